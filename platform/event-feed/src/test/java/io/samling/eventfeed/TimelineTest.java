package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline timeline = new Timeline();

    @Test
    void names_the_last_position_recorded_by_a_moment_whatever_order_they_came_in() {
        List<Long> positions = new ArrayList<>();
        for (long position = 0; position < 500; position += 2) {
            positions.add(position);
            positions.add(position);
        }
        Collections.shuffle(positions, new Random(3));
        for (var position : positions) {
            timeline.add(position, Timeline.nanos(ToldLog.recorded(position)));
            if (position % 7 == 0) {
                timeline.settle();
            }
        }
        timeline.settle();

        assertThat(timeline.lastBy(ToldLog.START.minusNanos(1))).isEqualTo(-1);
        for (long position = 0; position < 499; position++) {
            assertThat(timeline.lastBy(ToldLog.recorded(position)))
                    .isEqualTo(position - position % 2);
        }
    }

    @Test
    void of_positions_recorded_at_once_it_names_the_last() {
        timeline.add(0, Timeline.nanos(ToldLog.START));
        timeline.add(1, Timeline.nanos(ToldLog.START));
        timeline.settle();

        assertThat(timeline.lastBy(ToldLog.START)).isEqualTo(1);
    }
}
