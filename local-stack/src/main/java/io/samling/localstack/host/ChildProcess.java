package io.samling.localstack.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The local stack in a process of its own, to be measured, or killed. */
public final class ChildProcess implements AutoCloseable {

    private static final String MAIN = "io.samling.localstack.LocalStack";

    private final Process process;
    private final List<String> said;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread listening = Thread.ofVirtual().unstarted(this::listen);

    private ChildProcess(Process process) {
        this.process = process;
        this.said = new CopyOnWriteArrayList<>();
        listening.start();
    }

    /** Starts a subcommand and returns once it says it is ready, or has ended. */
    public static ChildProcess start(String heap, List<String> arguments) {
        return startUnder(List.of(), heap, arguments);
    }

    /** The same, by way of a command that runs the one given to it. */
    public static ChildProcess startUnder(List<String> outer, String heap, List<String> arguments) {
        try {
            var command = command(outer, heap, arguments);
            var child =
                    new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
            child.ready.await();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(List<String> outer, String heap, List<String> arguments) {
        var command = new ArrayList<>(outer);
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
    private void listen() {
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.contains(" is ready")) {
                    ready.countDown();
                }
            }
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException killed) {
            // the stream ends with the process
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ready.countDown();
        }
    }

    /** What it has printed so far. */
    public List<String> said() {
        return said;
    }

    /** The line in which it said where it is ready. */
    public String readyLine() {
        return said.stream().filter(line -> line.contains(" is ready")).findFirst().orElseThrow();
    }

    /** Waits until it has ended on its own and everything it said has been read. */
    public void awaitEnd() {
        await();
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
