package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void is_what_every_wait_begins_with() {
        assertThat(await()).extracting("timeoutConstraint.maxWaitTime").isEqualTo(Patience.USUAL);
    }
}
