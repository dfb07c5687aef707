package io.samling.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.samling.localstack.host.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One process of Samling, from its runnable jar, that can be killed and started again. */
final class Program implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "journeys");

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final BooleanSupplier isReady;
    private @Nullable Process process;

    /**
     * A process that does not run yet.
     *
     * @param module whose jar it runs
     * @param name unique among those that run at a time
     * @param isReady asked until it says yes, after a start
     */
    Program(
            String module,
            String name,
            List<String> arguments,
            Map<String, String> environment,
            BooleanSupplier isReady) {
        this.name = name;
        this.environment = environment;
        this.isReady = isReady;
        command = new ArrayList<>(javaCommand());
        command.add(jarOf(module).toString());
        command.addAll(arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "end " + name));
    }

    /** Starts the process, and does not wait until it is ready. */
    void start() {
        try {
            Files.createDirectories(LOGS);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            var log = LOGS.resolve(name + ".log").toFile();
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the process, waits until it has done what it was started for, and says how it ended.
     */
    int runToItsEnd() {
        start();
        return Objects.requireNonNull(process).onExit().orTimeout(90, SECONDS).join().exitValue();
    }

    /** Waits until the process says that it is ready; fails at once where it has died. */
    void awaitReady() {
        await(name + " is ready, see " + LOGS.resolve(name + ".log").toAbsolutePath())
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .failFast(name + " has died", () -> !isAlive())
                .until(isReady::getAsBoolean);
    }

    /** Ends the process as a power cut would, and waits until it is gone. */
    void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().orTimeout(20, SECONDS).join();
        }
    }

    /** Asks the process to end, and waits until it has. */
    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(30, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill();
            }
        }
    }

    boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** All that it has written. */
    String log() {
        try {
            return Files.readString(LOGS.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** A port that is free now. */
    static int freePort() {
        return Ports.freeOrGiven("a test", "127.0.0.1", 0);
    }

    private static List<String> javaCommand() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar");
    }

    private static Path jarOf(String module) {
        var target = Path.of("..", module, "target");
        try (var jars = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
            return jars.iterator().next().toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new UncheckedIOException("Build " + module + " first: mvn package", e);
        }
    }
}
