package io.samling.webedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTest {

    @Test
    void is_made_once_though_many_services_start_together(@TempDir Path data) throws Exception {
        try (var services = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> start = () -> Operator.of(data.resolve("new")).id();
            var ids = new HashSet<String>();
            for (var id : services.invokeAll(Stream.generate(() -> start).limit(50).toList())) {
                ids.add(id.get());
            }

            assertThat(ids).hasSize(1).containsExactly(Operator.of(data.resolve("new")).id());
        }
        try (var files = Files.list(data.resolve("new"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void that_was_damaged_stops_the_start(@TempDir Path data) throws IOException {
        Files.writeString(data.resolve("operator"), "nobody");

        assertThatThrownBy(() -> Operator.of(data)).hasMessageContaining("should hold a UUID");
    }
}
