package io.samling.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.localstack.host.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentTest {

    @TempDir Path data;

    /**
     * Both servers, on the heap that the launcher allows them; where the system does not tell,
     * nothing.
     */
    @Test
    void an_idle_stack_holds_less_than_350_mebibytes() throws IOException {
        var onFreePorts = List.of("run", "--data=" + data, "--mongodb-port=0", "--kafka-port=0");
        try (var stack = ChildProcess.start("1g", onFreePorts)) {
            assertThat(Resident.of("resident", stack.pid()))
                    .allSatisfy(line -> assertThat(line.value()).isLessThan(350));
        }
    }
}
