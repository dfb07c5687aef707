package io.samling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that what measures runs; its numbers mean nothing. */
class BenchTest {

    @TempDir Path data;

    @Test
    void every_measurement_inside_a_process_runs_and_is_told() throws IOException {
        var servers = new Servers(TestServers.mongodb(), TestServers.kafka(), 0);
        var settings =
                new Settings(
                        "all",
                        data,
                        data,
                        data.resolve("b.json"),
                        List.of(),
                        List.of(),
                        Duration.ofMillis(40),
                        1);
        var report = new Report(Machine.now());

        LogBench.measure(report, servers, settings);
        TellingBench.measure(report, servers, settings);
        CatchUpBench.measure(report, servers, settings);
        LoadingBench.measure(report, servers, settings);
        report.print(System.out);
        report.write(settings.json(), Machine.now());

        assertThat(report.lines()).hasSizeGreaterThan(15);
        assertThat(report.lines()).allSatisfy(line -> assertThat(line.median()).isNotNegative());
        assertThat(Files.readString(settings.json())).contains("raw ordered inserts");
    }

    @Test
    void the_median_is_the_middle_or_between_the_two_in_the_middle() {
        assertThat(Report.median(List.of(5.0, 1.0, 3.0))).isEqualTo(3);
        assertThat(Report.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    }
}
