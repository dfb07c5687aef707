package io.samling.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFaultsTest {

    @TempDir Path folder;

    /** The short form; {@code ./samling faults stack} kills a hundred times. */
    @Test
    void nothing_acknowledged_is_lost_by_five_kills() {
        var outcome = StackFaults.killOften(folder, 5, _ -> {});

        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.documents()).isPositive();
        assertThat(outcome.longestStart()).isLessThan(Duration.ofSeconds(60));
    }
}
