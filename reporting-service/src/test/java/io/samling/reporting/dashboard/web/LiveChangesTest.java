package io.samling.reporting.dashboard.web;

import static io.samling.reporting.figures.web.RunningService.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.LogPositions;
import io.samling.contracts.member.v1.MemberFact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit fills what is started before all tests
class LiveChangesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int PLACES = 12;
    private static final int AT_ONCE = 50;
    private static final int HELD = 200;

    @TempDir static Path folder;

    private ToldStory story;
    private int readings;
    private final List<EventStream> streams = new ArrayList<>();

    @BeforeAll
    void tell() {
        story =
                ToldStory.tell(
                        folder,
                        "--samling.reporting.live.quiet=300ms",
                        "--samling.reporting.live.followers=" + PLACES);
    }

    @Test
    void begins_with_the_latest_and_goes_on_with_each_new_one_once() {
        var stream = follow("", null);
        await("the latest", () -> stream.changes().size() == AT_ONCE);

        var told = report(3);

        await("the new ones", () -> stream.changes().size() >= AT_ONCE + 3);
        var last = stream.events().getLast();
        assertThat(last.name()).isEqualTo("changes");
        assertThat(last.id()).contains(told.toString());
        assertThat(last.json().get(0).get("name").asString()).isEqualTo(Story.name(1));
        assertThat(stream.changes()).doesNotHaveDuplicates().hasSize(AT_ONCE + 3);
    }

    @Test
    void is_kept_by_no_cache_and_held_back_by_no_proxy() {
        var stream = follow("", null);

        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        await("a sign of life while nothing happens", () -> stream.comments().contains("quiet"));
    }

    @Test
    void goes_on_after_the_last_event_that_was_read_without_loss_or_repetition() {
        var before = report(1);
        var broken = follow("?since=" + encoded(before), null);
        report(2);
        await("two", () -> broken.changes().size() == 2);
        var lastRead = broken.events().getLast().id();
        broken.close();
        report(120);

        var again = follow("?since=" + encoded(before), lastRead);

        await("the rest", () -> again.changes().size() >= 120);
        report(1);
        await("one more", () -> again.changes().size() >= 121);
        assertThat(again.changes()).hasSize(121).doesNotHaveDuplicates();
        assertThat(again.changes()).doesNotContainAnyElementsOf(broken.changes());
        assertThat(again.events()).allMatch(event -> event.changes().size() <= AT_ONCE);
        assertThat(again.events()).noneMatch(event -> event.name().equals("missed"));
    }

    @Test
    void says_so_where_more_was_missed_than_is_held() {
        var before = report(1);
        report(HELD + 60);

        var stream = follow("", before.toString());

        await("what is held", () -> stream.changes().size() >= HELD);
        assertThat(stream.events().getFirst().name()).isEqualTo("missed");
        assertThat(stream.changes()).doesNotHaveDuplicates();
    }

    @Test
    void positions_that_cannot_be_read_are_refused() {
        assertThat(follow("", "yesterday").status()).isEqualTo(400);
        assertThat(follow("?since=yesterday", null).status()).isEqualTo(400);
    }

    @Test
    void as_many_follow_as_there_are_places_and_whoever_goes_gives_the_place_back() {
        var first = followers();
        var before = report(1);
        for (var stream : first) {
            await("everybody hears it", () -> isTold(stream, before));
        }

        var tooMany = open("", null);

        assertThat(tooMany.status()).isEqualTo(503);
        assertThat(tooMany.header("Retry-After")).isEqualTo("30");
        first.forEach(EventStream::close);
        assertThat(followers()).allMatch(stream -> stream.status() == 200);
    }

    @Test
    void whoever_hangs_up_in_the_middle_of_an_event_is_no_fault_of_ours() {
        var hungUp = new AsyncRequestNotUsableException("Broken pipe");
        var unwritable = new HttpMessageNotWritableException("Could not write JSON", hungUp);
        var fault = new IllegalStateException("Failed to send");

        assertThat(LiveChanges.cause(hungUp)).isSameAs(hungUp);
        assertThat(LiveChanges.cause(new IllegalStateException("Failed to send", unwritable)))
                .isSameAs(hungUp);
        assertThat(LiveChanges.cause(fault)).isSameAs(fault);
    }

    private List<EventStream> followers() {
        return IntStream.range(0, PLACES).mapToObj(_ -> follow("", null)).toList();
    }

    private static boolean isTold(EventStream stream, LogPositions positions) {
        return stream.events().stream()
                .anyMatch(event -> event.id().contains(positions.toString()));
    }

    private LogPositions report(int facts) {
        return story.goOn(
                IntStream.range(0, facts)
                        .mapToObj(_ -> (MemberFact) Story.reported(1, DAY, ++readings))
                        .toArray(MemberFact[]::new));
    }

    /** Once there is a place: who has gone is noticed after a while. */
    private EventStream follow(String query, @Nullable String lastEventId) {
        return Awaitility.await("a place")
                .atMost(PATIENCE)
                .until(() -> open(query, lastEventId), stream -> stream.status() != 503);
    }

    private EventStream open(String query, @Nullable String lastEventId) {
        var address = story.service().address() + "/api/changes/live" + query;
        var stream = EventStream.open(address, lastEventId);
        streams.add(stream);
        return stream;
    }

    private static void await(String what, Callable<Boolean> holds) {
        Awaitility.await(what).atMost(PATIENCE).until(holds);
    }

    @AfterEach
    void leave() {
        streams.forEach(EventStream::close);
        streams.clear();
    }

    @AfterAll
    void stop() throws Exception {
        story.close();
    }
}
