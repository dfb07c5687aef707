package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.samling.eventrelay.RelayedLog.Reading;
import io.samling.eventrelay.RelayedLog.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    static final Duration LONG = Duration.ofSeconds(10);

    final Numbers numbers = new Numbers(5000);

    @Test
    void gives_all_in_order_and_no_more_at_once_than_asked_for() {
        List<Long> read = new ArrayList<>();
        try (var ahead = ReadAhead.of(numbers, Recorded::position)) {
            while (read.size() < 4900) {
                var batch = ahead.next(300, LONG);
                assertThat(batch).hasSizeBetween(1, 300);
                read.addAll(batch);
            }
        }

        assertThat(read).isEqualTo(IntStream.range(0, read.size()).asLongStream().boxed().toList());
    }

    @Test
    void stays_a_little_ahead_however_long_it_takes() {
        try (var ahead = ReadAhead.of(numbers, Recorded::position)) {
            await().until(() -> numbers.given.get() >= 1000);
            ahead.next(1, LONG);

            assertThat(numbers.given).hasValueLessThanOrEqualTo(2000);
        }
    }

    @Test
    void fails_after_what_came_before_the_fault() {
        try (var ahead = ReadAhead.of(new Numbers(3), Recorded::position)) {
            assertThat(ahead.next(10, LONG)).isNotEmpty();
            assertThatThrownBy(() -> readOn(ahead)).hasMessage("broken after 3");
        }
    }

    @Test
    void closes_what_it_reads() {
        ReadAhead.of(numbers, Recorded::position).close();

        await().until(() -> numbers.closed);
    }

    private static void readOn(ReadAhead<Long> reading) {
        while (reading.next(10, Duration.ofMillis(50)).size() < 10) {
            Thread.onSpinWait();
        }
    }

    /** Gives numbers and then breaks. */
    private static final class Numbers implements Reading {

        private final AtomicInteger given = new AtomicInteger();
        private final int brokenAfter;
        private volatile boolean closed;

        Numbers(int brokenAfter) {
            this.brokenAfter = brokenAfter;
        }

        @Override
        public List<Recorded> next(int most, Duration patience) {
            List<Recorded> batch = new ArrayList<>();
            if (given.get() >= brokenAfter) {
                throw new IllegalStateException("broken after " + brokenAfter);
            }
            while (batch.size() < most && given.get() < brokenAfter) {
                batch.add(new Recorded(given.getAndIncrement(), new GenericEventMessage<>("x")));
            }
            return batch;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
