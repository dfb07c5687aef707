package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogbookTest {

    final RuntimeException refused = new RuntimeException("too large");

    final Logbook logbook = new Logbook();

    @Test
    void batches_are_full_where_nothing_went_wrong() {
        assertThat(logbook.most(0, 500)).isEqualTo(500);
    }

    @Test
    void all_before_an_obstacle_is_told_and_then_it_alone() {
        logbook.met(new RelayFault.Obstacle(130, refused));

        assertThat(logbook.most(0, 100)).isEqualTo(100);
        assertThat(logbook.most(100, 100)).isEqualTo(30);
        assertThat(logbook.most(130, 100)).isEqualTo(1);
        assertThat(logbook.most(131, 100)).isEqualTo(100);
    }

    @Test
    void a_batch_with_a_refused_record_is_told_one_by_one() {
        logbook.met(new RelayFault.Unclear(100, 150, refused));

        assertThat(logbook.most(100, 100)).isEqualTo(1);
        assertThat(logbook.most(150, 100)).isEqualTo(1);
        assertThat(logbook.most(151, 100)).isEqualTo(100);
    }

    @Test
    void what_has_been_passed_slows_no_rewind() {
        logbook.met(new RelayFault.Unclear(100, 150, refused));
        logbook.met(new RelayFault.Obstacle(120, refused));
        assertThat(logbook.most(151, 100)).isEqualTo(100);

        assertThat(logbook.most(0, 500)).isEqualTo(500);
    }

    @Test
    void a_wish_to_rewind_stays_until_that_wish_was_granted() {
        logbook.wishRewind(5);
        logbook.wishRewind(3);
        logbook.rewound(5);
        assertThat(logbook.wishedRewind()).isEqualTo(3);

        logbook.rewound(3);
        assertThat(logbook.wishedRewind()).isNull();
    }
}
