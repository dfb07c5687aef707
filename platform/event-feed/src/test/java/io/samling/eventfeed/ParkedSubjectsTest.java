package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.samling.eventfeed.Derived.Parked;
import io.samling.eventfeed.Derived.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ParkedSubjectsTest {

    private static final TopicPartition PARTITION = new TopicPartition("sums", 0);
    private static final Subject A = new Subject("sums", "0000abcd", "a");
    private static final Subject B = new Subject("others", "0000abcd", "b");

    private final ParkedSubjects parked = new ParkedSubjects();

    @Test
    void count_facts_and_records_of_a_family_as_known_at_a_position() {
        parked.put(A, waiting(3, 3, 5, 8));
        parked.add(A, record(7, 5));
        parked.add(B, record(8, 6));

        assertThat(parked.count("sums", 2)).isZero();
        assertThat(parked.count("sums", 5)).isEqualTo(3);
        assertThat(parked.count("sums", 8)).isEqualTo(4);
        assertThat(parked.count("others", 8)).isOne();
    }

    @Test
    void a_record_that_is_met_twice_counts_once_and_from_its_earlier_place() {
        parked.add(A, record(7, 5));
        parked.add(A, record(7, 4));
        parked.add(A, record(7, 6));

        assertThat(parked.count("sums", 9)).isOne();
        assertThat(parked.unreadable(A)).isEqualTo(record(7, 4).parked());
    }

    @Test
    void a_record_is_listed_with_the_facts_that_wait_for_it() {
        var first = record(7, 4);
        parked.add(A, record(9, 6));
        parked.add(A, first);
        parked.put(A, new Derived<>(List.of(), told(1, 5, 6), 1, first.parked()));

        assertThat(parked.list(family -> family + ".v1", 9))
                .extracting(Unread::topic, Unread::place, Unread::facts)
                .containsExactly(tuple("sums.v1", "sums/0/7", 3), tuple("sums.v1", "sums/0/9", 1));
        assertThat(parked.list(family -> family, 1)).hasSize(1);
    }

    @Test
    void after_a_repair_what_is_not_stored_yet_stays_and_the_rest_is_as_stored() {
        parked.add(A, record(7, 4));
        parked.add(A, record(9, 6));
        parked.add(B, record(3, 2));

        parked.replace(Map.of(), Map.of(PARTITION, 9L));

        assertThat(parked.unreadable(A)).isEqualTo(record(9, 6).parked());
        assertThat(parked.unreadable(B)).isNull();
        assertThat(parked.subjects()).containsExactly(A);
    }

    @Test
    void a_subject_that_was_repaired_waits_no_more() {
        parked.put(A, waiting(3, 3, 5));

        parked.put(A, new Derived<>(List.of(), told(3, 5), 2, null));

        assertThat(parked.count("sums", 9)).isZero();
        assertThat(parked.subjects()).isEmpty();
        assertThat(parked.list(family -> family, 9)).isEmpty();
    }

    private static Derived<Long> waiting(long from, long... positions) {
        return new Derived<>(List.of(), told(positions), 0, new Parked(from, "a fact", "why"));
    }

    private static List<Told> told(long... positions) {
        return Arrays.stream(positions).mapToObj(at -> new Told(at, 0)).toList();
    }

    private static NoFact record(long offset, long position) {
        return NoFact.of(PARTITION, offset, "a", position - 1, "why");
    }
}
