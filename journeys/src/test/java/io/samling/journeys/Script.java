package io.samling.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs {@code ./samling} on a data folder and ports of its own, without a terminal. */
final class Script {

    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private final Map<String, String> environment = new HashMap<>();

    Script(Path data) {
        set("SAMLING_DATA", data.toString());
        set("SAMLING_BUILD", "no");
        set("SAMLING_JAVA_HOME", System.getProperty("java.home"));
        for (var process : List.of("MONGODB", "KAFKA", "MEMBER", "FUNDING", "REPORTING")) {
            set("SAMLING_" + process + "_PORT", String.valueOf(Program.freePort()));
        }
    }

    Script set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    String get(String variable) {
        return environment.getOrDefault(variable, "");
    }

    /** Runs to the end and tells what was said and how it ended. */
    Ended run(String... arguments) {
        var command = new ArrayList<>(List.of(CHECKOUT.resolve("samling").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs any command with the same environment. */
    Ended run(List<String> command) {
        return run(command, null);
    }

    /** Runs until a line has been said, and is then told to end. */
    Ended interruptedAfter(String words, String... arguments) {
        var command = new ArrayList<>(List.of(CHECKOUT.resolve("samling").toString()));
        command.addAll(List.of(arguments));
        return run(command, words);
    }

    private Ended run(List<String> command, @Nullable String lastWords) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("SAMLING_"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var said = new StringBuilder();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (lastWords != null && line.contains(lastWords)) {
                        process.toHandle().destroy(); // and goes on listening
                    }
                }
            }
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + said);
            }
            return new Ended(process.exitValue(), said.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a command ended. */
    record Ended(int code, String said) {}
}
