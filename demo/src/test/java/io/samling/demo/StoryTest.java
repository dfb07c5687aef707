package io.samling.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.demo.Step.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryTest {

    static final List<Step> STORY = Story.steps();
    static final Set<String> BLEKINGE = Set.of("1060", "1080", "1081", "1082", "1083");

    @Test
    void goes_from_the_kick_off_to_ten_years_later_in_the_order_of_its_moments() {
        assertThat(STORY).isSortedAccordingTo(Comparator.comparing(Step::recordedAt));
        assertThat(STORY.getFirst().recordedAt()).isEqualTo("2015-03-27T09:00:00Z");
        assertThat(STORY.getLast().recordedAt())
                .isBetween("2025-01-01T00:00:00Z", "2025-03-27T23:59:59Z");
    }

    @Test
    void is_the_same_whenever_it_is_told() {
        assertThat(Story.steps()).isEqualTo(STORY);
    }

    @Test
    void says_nothing_twice() {
        assertThat(STORY.stream().map(it -> it.request().method() + it.request().path()))
                .doesNotHaveDuplicates();
    }

    @Test
    void begins_with_nine_companies_in_olofstrom() {
        var first = joinings(it -> it.recordedAt().isBefore(Instant.parse("2015-04-01T00:00:00Z")));

        assertThat(first).hasSize(9);
        assertThat(first).allSatisfy(it -> assertThat(field(it, "municipality")).isEqualTo("1060"));
    }

    @Test
    void ends_with_sixty_some_members_and_about_9500_employees() {
        var members = membersAtTheEnd();

        assertThat(members).hasSize(64);
        assertThat(members.values().stream().mapToLong(it -> it).sum()).isBetween(9_400L, 9_600L);
    }

    @Test
    void ends_in_all_five_municipalities_of_blekinge_and_in_neighbouring_counties() {
        var members = membersAtTheEnd().keySet();
        var municipalities =
                joinings(_ -> true).stream()
                        .filter(it -> members.contains(it.path()))
                        .map(it -> field(it, "municipality"))
                        .collect(Collectors.toSet());
        var counties =
                municipalities.stream().map(it -> it.substring(0, 2)).collect(Collectors.toSet());

        assertThat(municipalities).containsAll(BLEKINGE);
        assertThat(counties).containsExactlyInAnyOrder("10", "12", "07", "08");
    }

    @Test
    void marks_every_company_as_invented() {
        assertThat(joinings(_ -> true))
                .allSatisfy(
                        it -> {
                            assertThat(it.body().get("demo").asBoolean()).isTrue();
                            assertThat(field(it, "organisationsnummer")).startsWith("499900-");
                        });
    }

    @Test
    void has_every_kind_of_turn() {
        assertThat(told("/departure")).hasSize(12);
        assertThat(told("/departure"))
                .extracting(it -> field(it, "reason"))
                .contains("RESIGNED", "BANKRUPT", "LIQUIDATED", "NON_PAYMENT", "OTHER");
        assertThat(told("/return")).hasSize(2);
        assertThat(told("/merger")).hasSize(1);
        assertThat(told("/annulment")).hasSize(1);
        assertThat(told("/correction")).hasSize(7);
    }

    @Test
    void has_headcounts_that_were_reported_late() {
        assertThat(STORY)
                .filteredOn(it -> it.request().path().contains("/headcounts/"))
                .filteredOn(it -> it.request().method().equals("PUT"))
                .filteredOn(
                        it ->
                                LocalDate.parse(field(it.request(), "asOf"))
                                        .plusDays(120)
                                        .isBefore(LocalDate.parse(day(it))))
                .hasSizeGreaterThan(10);
    }

    @Test
    void corrects_only_what_was_reported_before() {
        Map<String, Instant> reported = new HashMap<>();
        for (var step : STORY) {
            var path = step.request().path();
            if (path.endsWith("/correction")) {
                assertThat(reported).containsKey(path.replace("/correction", ""));
            } else {
                reported.put(path, step.recordedAt());
            }
        }
    }

    @Test
    void says_nothing_of_a_company_before_it_has_joined() {
        Set<String> joined = new HashSet<>();
        for (var step : STORY) {
            var path = step.request().path();
            if (path.matches("/api/members/[^/]+")) {
                joined.add(path);
            } else if (path.startsWith("/api/members/")) {
                assertThat(joined).contains(path.substring(0, "/api/members/".length() + 36));
            }
        }
    }

    @Test
    void leaves_unknown_what_the_history_leaves_unknown() {
        var jobb = only("/api/projects/" + Names.idOf("project/Jobb till 1000"));
        var jobbGrant = only("/api/grants/" + Names.idOf("grant/Jobb till 1000"));
        var bas = only("/api/grants/" + Names.idOf("grant/Techtank Bas"));

        assertThat(field(jobb, "from")).isEqualTo("2010");
        assertThat(jobbGrant.body().has("amount")).isFalse();
        assertThat(field(bas, "meaning")).isEqualTo("TOTAL_BUDGET");
        assertThat(bas.body().get("funders")).hasSize(4).noneMatch(it -> it.has("share"));
        assertThat(bas.body().get("amount").get("minor").asLong()).isEqualTo(1_400_000_000L);
    }

    @Test
    void has_all_sourced_projects_and_grants_with_their_sources() {
        assertThat(told("/api/projects/")).hasSize(5);
        assertThat(told("/api/grants/"))
                .hasSize(5)
                .allSatisfy(it -> assertThat(field(it, "source")).isNotBlank());
    }

    @Test
    void has_six_public_owners_with_invented_shares() {
        var register = only("/api/share-registers/" + Names.idOf("register/Techtank AB (svb)"));

        assertThat(register.body().get("demo").asBoolean()).isTrue();
        assertThat(told("/holders/")).hasSize(6);
        var counts = told("/entries/").stream().map(it -> it.body().get("count").asLong()).toList();
        assertThat(counts).hasSize(6);
        assertThat(counts.stream().reduce(0L, Long::sum)).isEqualTo(1000);
    }

    /** Addresses of those who are members when the story ends, with their latest headcount. */
    static Map<String, Long> membersAtTheEnd() {
        Map<String, Long> members = new TreeMap<>();
        Map<String, String> latest = new HashMap<>();
        Set<String> gone = new HashSet<>();
        for (var step : STORY) {
            var request = step.request();
            var path = request.path();
            if (!path.startsWith("/api/members/")) {
                continue;
            }
            var member = path.substring(0, "/api/members/".length() + 36);
            if (path.equals(member)) {
                members.put(member, 0L);
            } else if (path.endsWith("/return")) {
                gone.remove(member);
            } else if (path.endsWith("/correction")) {
                if (path.startsWith(latest.getOrDefault(member, "none"))) {
                    members.put(member, request.body().get("value").asLong());
                }
            } else if (path.contains("/headcounts/")) {
                latest.put(member, path);
                members.put(member, request.body().get("value").asLong());
            } else {
                gone.add(member);
            }
        }
        members.keySet().removeAll(gone);
        return members;
    }

    static List<Request> joinings(Predicate<Step> which) {
        return STORY.stream()
                .filter(it -> it.request().path().matches("/api/members/[^/]+"))
                .filter(which)
                .map(Step::request)
                .toList();
    }

    static List<Request> told(String part) {
        return STORY.stream().map(Step::request).filter(it -> it.path().contains(part)).toList();
    }

    static Request only(String path) {
        var requests = STORY.stream().map(Step::request).filter(it -> it.path().equals(path));
        return requests.findFirst().orElseThrow(() -> new AssertionError(path));
    }

    static String field(Request request, String name) {
        return request.body().get(name).asString();
    }

    static String day(Step step) {
        return step.recordedAt().toString().substring(0, 10);
    }
}
