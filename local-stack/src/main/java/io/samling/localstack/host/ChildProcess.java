package io.samling.localstack.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The local stack in a process of its own, to be measured, or killed. */
public final class ChildProcess implements AutoCloseable {

    private static final String MAIN = "io.samling.localstack.LocalStack";

    private final Process process;
    private final List<String> said;

    private ChildProcess(Process process, List<String> said) {
        this.process = process;
        this.said = said;
    }

    /** Starts a subcommand and returns once it says it is ready, or what it said instead. */
    public static ChildProcess start(String heap, List<String> arguments) {
        try {
            var process =
                    new ProcessBuilder(command(heap, arguments)).redirectErrorStream(true).start();
            var output =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            var said = new ArrayList<String>();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.contains(" is ready")) {
                    drain(output);
                    return new ChildProcess(process, said);
                }
            }
            process.waitFor(20, TimeUnit.SECONDS);
            return new ChildProcess(process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(String heap, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx" + heap, "-XX:+UseSerialGC"));
        var classPath = System.getProperty("java.class.path");
        if (classPath.endsWith("-exec.jar")) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, MAIN));
        }
        command.addAll(arguments);
        return command;
    }

    /** An unread pipe would stop the process once it is full. */
    private static void drain(BufferedReader output) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (output.readLine() != null) {
                                    // what it says after it is ready goes to nobody
                                }
                            } catch (IOException killed) {
                                // the stream ends with the process
                            }
                        });
    }

    /** What it printed up to the line that says it is ready, or up to its end. */
    public List<String> said() {
        return said;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The exit code of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it with no warning, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Asks it to stop and waits. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("process " + pid() + " does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
