package io.samling.localstack.bench;

import io.samling.localstack.bench.StackBench.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process holds, where the system tells. */
final class Resident {

    private Resident() {}

    static List<Line> of(String what, long pid) throws IOException {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return List.of();
        }
        for (var line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
            if (line.startsWith("VmRSS:")) {
                var kib = Double.parseDouble(line.replaceAll("\\D", ""));
                return List.of(new Line("stack: " + what, kib / 1024, "MiB"));
            }
        }
        return List.of();
    }
}
