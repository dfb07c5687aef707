package io.samling.eventstore.axon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.eventstore.LogToken;
import io.samling.eventstore.log.Asked;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.LogBroken;
import io.samling.eventstore.log.TestLogs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    static final int EVENTS = 3000;

    final TestLogs logs = new TestLogs();
    final SamlingEventStore here = store();

    @AfterEach
    void close() {
        logs.close();
    }

    private SamlingEventStore store() {
        return store(logs.open());
    }

    private SamlingEventStore store(EventLog log) {
        var json = Jackson3Serializer.builder().build();
        var builder = SamlingEventStorageEngine.builder();
        builder.log(log)
                .snapshots(new SnapshotStore(logs.database(), name -> name))
                .eventSerializer(json)
                .snapshotSerializer(json);
        return SamlingEventStore.on(builder.build());
    }

    static void publish(SamlingEventStore store, int number) {
        var events = new ArrayList<GenericEventMessage<String>>();
        for (var i = 0; i < number; i++) {
            events.add(new GenericEventMessage<>("event " + i));
        }
        store.publish(events);
    }

    static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int number)
            throws InterruptedException {
        var positions = new ArrayList<Long>();
        while (positions.size() < number && stream.hasNextAvailable(60, SECONDS)) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }

    static List<Long> upTo(int number) {
        var positions = new ArrayList<Long>();
        for (var position = 0L; position < number; position++) {
            positions.add(position);
        }
        return positions;
    }

    @Test
    void sees_each_position_once_from_the_first_page_to_what_is_appended_meanwhile()
            throws InterruptedException {
        publish(here, EVENTS);
        var there = store(); // its tail has seen nothing yet, so it reads from the log
        try (var stream = there.openStream(null);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var store : List.of(here, there)) {
                var _ =
                        writers.submit(
                                () -> {
                                    for (var i = 0; i < 50; i++) {
                                        publish(store, 3);
                                    }
                                });
            }

            assertThat(read(stream, EVENTS + 300)).isEqualTo(upTo(EVENTS + 300));
        }
    }

    @Test
    void goes_on_after_its_token_also_inside_a_commit() throws InterruptedException {
        publish(here, 10);

        try (var stream = store().openStream(new LogToken(logId(), 6))) {
            assertThat(read(stream, 3)).containsExactly(7L, 8L, 9L);
        }
    }

    @Test
    void a_token_of_another_log_is_refused() {
        assertThatThrownBy(() -> here.openStream(new LogToken("00000000", 6)))
                .hasMessageContaining("This reader has read the log 00000000");
    }

    @Test
    void a_token_beyond_the_end_of_the_log_is_refused() {
        publish(here, 3);

        assertThatThrownBy(() -> here.openStream(new LogToken(logId(), 3)))
                .isInstanceOf(LogBroken.class);
    }

    private String logId() {
        return ((LogToken) here.createHeadToken()).logId();
    }

    @Nested
    class A_new_token {

        @Test
        void for_the_tail_begins_with_the_first_event() throws InterruptedException {
            publish(here, 3);

            assertThat(readFrom(here.createTailToken(), 3)).containsExactly(0L, 1L, 2L);
        }

        @Test
        void for_the_head_begins_with_the_next_event() throws InterruptedException {
            publish(here, 3);
            var head = here.createHeadToken();
            publish(here, 2);

            assertThat(readFrom(head, 2)).containsExactly(3L, 4L);
        }

        @Test
        void for_the_head_of_an_empty_log_begins_with_the_first_event()
                throws InterruptedException {
            var head = here.createHeadToken();
            publish(here, 2);

            assertThat(readFrom(head, 2)).containsExactly(0L, 1L);
        }

        @Test
        void for_a_moment_begins_with_the_first_event_recorded_then() throws InterruptedException {
            for (var minute = 0; minute < 4; minute++) {
                publishAt(MORNING.plusSeconds(60L * minute));
            }

            assertThat(readFrom(here.createTokenAt(MORNING.plusSeconds(90)), 2))
                    .containsExactly(2L, 3L);
            assertThat(readFrom(here.createTokenAt(MORNING), 1)).containsExactly(0L);
            assertThat(here.createTokenAt(MORNING.plusSeconds(999)).position()).hasValue(3);
        }

        @Test
        void goes_on_after_another_instance_has_stored_it() throws InterruptedException {
            publish(here, 10);
            var there = store();
            try (var stream = there.openStream(here.createHeadToken())) {
                publish(here, 5);

                assertThat(read(stream, 5)).containsExactly(10L, 11L, 12L, 13L, 14L);
            }
        }

        private static final Instant MORNING = Instant.parse("2026-01-15T08:00:00Z");

        private void publishAt(Instant moment) {
            here.publish(
                    List.of(
                            new GenericEventMessage<>(
                                    UUID.randomUUID().toString(), "event", Map.of(), moment)));
        }

        private List<Long> readFrom(TrackingToken token, int number) throws InterruptedException {
            try (var stream = here.openStream(token)) {
                return read(stream, number);
            }
        }
    }

    @Nested
    class Several_streams_of_one_instance {

        final Asked asked = new Asked();
        final SamlingEventStore heard = store(logs.openHeard(asked));
        final List<BlockingStream<TrackedEventMessage<?>>> streams = new ArrayList<>();

        @AfterEach
        void close() {
            streams.forEach(BlockingStream::close);
        }

        void openFive() {
            for (var number = 0; number < 5; number++) {
                streams.add(heard.openStream(null));
            }
        }

        void assertAllRead(int number) throws InterruptedException {
            for (var stream : streams) {
                assertThat(read(stream, number)).isEqualTo(upTo(number));
            }
        }

        /** What the tail reads, it reads for all. */
        List<Asked.Command> readByStreams() {
            return asked.named("find").stream()
                    .filter(find -> !find.thread().equals("log-tail"))
                    .toList();
        }

        @Test
        void share_what_is_appended_here_without_reading_it() throws InterruptedException {
            openFive();
            logs.stopReading();
            var before = readByStreams();

            publish(heard, 100);

            assertAllRead(100);
            assertThat(readByStreams()).isEqualTo(before);
        }

        @Test
        void share_what_the_tail_reads_of_other_instances() throws InterruptedException {
            openFive();
            var before = readByStreams();

            for (var number = 0; number < 10; number++) {
                publish(here, 10);
            }

            assertAllRead(100);
            assertThat(readByStreams()).isEqualTo(before);
        }
    }

    @Test
    void is_woken_by_an_append_of_its_own_instance() throws InterruptedException {
        var woken = new Semaphore(0);
        try (var stream = here.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(woken::release)).isTrue();
            logs.stopReading(); // so it is the append that wakes, and no look at the log

            publish(here, 1);

            assertThat(woken.tryAcquire(60, SECONDS)).isTrue();
            assertThat(stream.hasNextAvailable()).isTrue();
        }
    }
}
