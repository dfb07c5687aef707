package io.samling.reporting.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.funding.v1.FundingFact;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.reporting.dashboard.Change;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SentencesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern UPPER = Pattern.compile("[A-Z]");
    private static final Instant MOMENT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> NAMES =
            Map.of("1060", "Olofström", "h-1", "Region Blekinge", "h-2", "Karlskrona kommun");

    @Test
    void a_member_that_comes_back_and_one_that_leaves() {
        assertThat(
                        english(
                                "member.membership-began",
                                """
                                {"memberId": "m", "period": 2, "organisationsnummer": "4999000005",
                                 "name": "Granit AB", "kind": "COMPANY", "municipality": "1060",
                                 "firstDay": "2024-01-01", "demo": true}"""))
                .isEqualTo("Granit AB came back as a member in Olofström from 1 Jan 2024.");
        assertThat(
                        swedish(
                                "member.membership-ended",
                                """
                                {"memberId": "m", "period": 1, "firstDay": "2015-03-27",
                                 "lastDay": "2024-12-31", "reason": "BANKRUPT"}"""))
                .isEqualTo("Namn är inte längre medlem; sista dagen är 31 dec. 2024 (konkurs).");
    }

    @Test
    void a_reading_corrected_in_another_measure_and_scope() {
        assertThat(
                        english(
                                "member.headcount-corrected",
                                """
                                {"memberId": "m", "readingId": "r",
                                 "before": {"measure": "FTE", "scope": "GROUP", "value": 1250,
                                            "asOf": "2024-12-31", "source": "MEMBER"},
                                 "after": {"measure": "HEADCOUNT", "scope": "SITE", "value": 1200,
                                           "asOf": "2024-12-31", "source": "MEMBER"}}"""))
                .isEqualTo(
                        "Namn corrected 12.5 full-time equivalents in the group to"
                                + " 1,200 employees for 31 Dec 2024.");
    }

    @Test
    void a_grant_of_several_funders_of_which_only_the_budget_is_known() {
        assertThat(
                        english(
                                "funding.grant-decided",
                                """
                                {"grantId": "g", "projectId": "p", "grant":
                                 {"funders": [{"name": "A"}, {"name": "B"}], "decidedOn": "2024",
                                  "amount": {"minor": 1400000000, "currency": "SEK"},
                                  "meaning": "TOTAL_BUDGET"}}"""))
                .isEqualTo(
                        "A grant to Namn was decided by A and B: SEK\u00a014,000,000 as the whole"
                                + " budget.");
    }

    @Test
    void shares_that_change_hands() {
        assertThat(
                        swedish(
                                "ownership.shares-transferred",
                                """
                                {"registerId": "s", "entryId": "e", "shares":
                                 {"first": 1, "last": 1500}, "fromHolderId": "h-1",
                                 "toHolderId": "h-2", "day": "2024-01-01"}"""))
                .isEqualTo(
                        "1\u00a0500 aktier i Namn gick från Region Blekinge till"
                                + " Karlskrona kommun.");
    }

    @Test
    void what_cannot_be_read_or_is_of_a_new_kind_happened_all_the_same() {
        assertThat(english("member.membership-ended", "{}")).isEqualTo("membership-ended: Namn");
        assertThat(english("member.moon-landed", "{}")).isEqualTo("moon-landed: Namn");
    }

    @Test
    void every_kind_of_fact_has_a_sentence_of_its_own_in_every_language() {
        var kinds =
                Stream.of(MemberFact.class, FundingFact.class, OwnershipFact.class)
                        .flatMap(facts -> Arrays.stream(facts.getPermittedSubclasses()))
                        .map(fact -> UPPER.matcher(fact.getSimpleName()).replaceAll("-$0"))
                        .map(name -> name.substring(1).toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(kinds).hasSizeGreaterThan(10);
        for (var language : Language.values()) {
            var sentences = new Words(language, JSON).texts().getOrDefault("changes", Map.of());
            assertThat(sentences.keySet()).containsAll(kinds);
        }
    }

    private static String english(String kind, String body) {
        return said(Language.ENGLISH, kind, body);
    }

    private static String swedish(String kind, String body) {
        return said(Language.SWEDISH, kind, body);
    }

    private static String said(Language language, String kind, String body) {
        var type = "io.samling." + kind + ".v1";
        var change = new Change("id", 1, MOMENT, type, "s", "Namn", NAMES, body);
        return new Sentences(new Words(language, JSON), JSON).of(change);
    }
}
