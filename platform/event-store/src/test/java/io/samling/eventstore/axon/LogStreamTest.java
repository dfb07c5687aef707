package io.samling.eventstore.axon;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.eventstore.LogToken;
import io.samling.eventstore.log.LogBroken;
import io.samling.eventstore.log.TestLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
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
        var json = Jackson3Serializer.builder().build();
        var builder = SamlingEventStorageEngine.builder();
        builder.log(logs.open())
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
}
