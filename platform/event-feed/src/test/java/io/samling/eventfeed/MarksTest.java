package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.contracts.ProgressMark;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final String FACTS = "facts";

    private final Marks marks = new Marks();

    @Test
    void the_newest_mark_that_is_covered_holds() {
        marks.add(mark(1, 10, 5));
        marks.add(mark(2, 11, 5));
        marks.add(mark(3, 11, 6));

        assertThat(marks.covered(reached(11, 5))).isEqualTo(mark(2, 11, 5));
        assertThat(marks.covered(reached(11, 5))).isNull();
        assertThat(marks.covered(reached(20, 6))).isEqualTo(mark(3, 11, 6));
    }

    @Test
    void a_topic_that_is_not_read_here_does_not_matter() {
        var mark =
                new ProgressMark(
                        "s",
                        "0000abcd",
                        1,
                        ToldLog.START,
                        Map.of(FACTS, List.of(1L, 0L), "state", List.of(99L)));
        marks.add(mark);

        assertThat(marks.covered(reached(1, 0))).isEqualTo(mark);
    }

    @Test
    void of_very_many_the_newest_is_never_left_out_nor_all_of_the_others() {
        for (long position = 0; position < 1000; position++) {
            marks.add(mark(position, position, 0));
        }

        var first = marks.covered(reached(990, 0));

        assertThat(first).isNotNull();
        assertThat(marks.covered(reached(999, 0))).isEqualTo(mark(999, 999, 0));
    }

    private static ProgressMark mark(long position, long one, long other) {
        return new ProgressMark(
                "s", "0000abcd", position, ToldLog.START, Map.of(FACTS, List.of(one, other)));
    }

    private static Map<TopicPartition, Long> reached(long one, long other) {
        return Map.of(new TopicPartition(FACTS, 0), one, new TopicPartition(FACTS, 1), other);
    }
}
