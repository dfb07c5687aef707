package io.samling.benchmarks;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures what is named, prints it as a table and writes it as JSON. */
public final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private Bench() {}

    /**
     * Takes what to measure and {@code --name=value} settings; {@code ./samling bench} calls it.
     */
    public static void main(String[] arguments) throws IOException {
        var settings = Settings.from(List.of(arguments));
        var report = new Report(Machine.now());
        var done = measure(report, settings);
        report.print(System.out);
        report.write(settings.json(), Machine.now());
        System.out.println("The same as JSON is in " + settings.json());
        System.exit(done ? 0 : 1);
    }

    /** Goes on with the next part where one fails. */
    private static boolean measure(Report report, Settings settings) {
        var all = true;
        for (var part : Part.of(settings.what())) {
            System.out.println("Measuring: " + part.about());
            try (var servers = LocalServers.start(settings, part.name())) {
                part.measure(report, servers.servers(), settings);
            } catch (RuntimeException e) {
                LOG.error("It could not be measured", e);
                all = false;
            }
        }
        return all;
    }
}
