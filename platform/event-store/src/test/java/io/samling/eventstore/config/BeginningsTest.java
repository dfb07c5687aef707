package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningsTest {

    record Found() {}

    record Visit() {}

    final Beginnings beginnings = new Beginnings();

    private void begin(Object command, int times) {
        for (var n = 0; n < times; n++) {
            beginnings.learn(command, true);
        }
    }

    @Test
    void a_beginning_is_likely_after_some_in_a_row() {
        begin(new Found(), 7);
        assertThat(beginnings.areLikelyBy(new Found())).isFalse();

        begin(new Found(), 1);
        assertThat(beginnings.areLikelyBy(new Found())).isTrue();
        assertThat(beginnings.areLikelyBy(new Visit())).isFalse();
    }

    @Test
    void one_that_was_none_starts_the_row_again() {
        begin(new Found(), 20);
        beginnings.learn(new Found(), false);
        begin(new Found(), 7);

        assertThat(beginnings.areLikelyBy(new Found())).isFalse();
    }
}
