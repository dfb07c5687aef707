package io.samling.localstack.mongodb;

import io.samling.localstack.host.Folders;
import io.samling.localstack.host.Ports;
import io.samling.localstack.host.StackFailure;
import io.samling.localstack.host.Tether;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A real {@code mongod} of this machine, run as a replica set of one. */
public final class RealMongod implements AutoCloseable {

    private static final String PID_FILE = "mongod.pid";

    /** It logs JSON with a letter for how grave it is. */
    private static final Pattern ERROR = Pattern.compile("\"s\":\"[EF]\"");

    private final Process process;
    private final Optional<Tether> tether;
    private final String self;
    private volatile boolean closing;

    private RealMongod(Process process, String self) {
        this.process = process;
        this.tether = Tether.to(process);
        this.self = self;
    }

    /** The program that was named, or one on the PATH. */
    public static Optional<Path> find(Optional<String> named) {
        return MongodProgram.find(named);
    }

    /** Starts it on the folder, waits until it takes writes, and tells when it dies on its own. */
    public static RealMongod start(
            Path program, Path folder, String address, int port, Consumer<StackFailure> onFailure) {
        MongodProgram.requireYoungEnough(program);
        endLeftBehind(folder, program);
        var listening = Ports.freeOrGiven("MongoDB", address, port);
        var self = address + ":" + listening;
        var log = folder.resolve("mongod.log");
        var process = launch(program, folder, log, address, listening);
        var mongod = new RealMongod(process, self);
        try {
            ReplicaSetOfOne.await(self, process::isAlive);
        } catch (RuntimeException e) {
            mongod.close();
            throw died(program, log, e);
        }
        var _ = process.onExit().thenRun(() -> mongod.ended(onFailure, program, log));
        return mongod;
    }

    /** What a driver connects with. */
    public String connectionString() {
        return "mongodb://" + self + "/?directConnection=true";
    }

    @Override
    public void close() {
        closing = true;
        end(process.toHandle());
        tether.ifPresent(Tether::close);
    }

    private static Process launch(Path program, Path folder, Path log, String address, int port) {
        try {
            Files.createDirectories(folder.resolve("db"));
            var process =
                    new ProcessBuilder(
                                    program.toString(),
                                    dbpath(folder),
                                    "--bind_ip=" + address,
                                    "--port=" + port,
                                    "--replSet=" + ReplicaSetOfOne.NAME,
                                    "--nounixsocket",
                                    "--wiredTigerCacheSizeGB=0.25",
                                    // there is no other member that it could wait for at a stop
                                    "--setParameter=shutdownTimeoutMillisForSignaledShutdown=100")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            Files.writeString(
                    folder.resolve(PID_FILE), Long.toString(process.pid()), StandardCharsets.UTF_8);
            return process;
        } catch (IOException e) {
            throw Folders.unusable(folder, e);
        }
    }

    private static String dbpath(Path folder) {
        return "--dbpath=" + folder.resolve("db");
    }

    /** One that outlived a killed stack still holds the folder and the port. */
    private static void endLeftBehind(Path folder, Path program) {
        var file = folder.resolve(PID_FILE);
        try {
            if (Files.exists(file)) {
                var pid = Long.parseLong(Files.readString(file, StandardCharsets.UTF_8).strip());
                ProcessHandle.of(pid)
                        .filter(left -> runs(left, program, folder))
                        .ifPresent(RealMongod::end);
            }
        } catch (IOException | NumberFormatException e) {
            throw Folders.unusable(file, new IOException(e));
        }
    }

    private static boolean runs(ProcessHandle process, Path program, Path folder) {
        var line = process.info().commandLine().orElse("");
        return line.contains(program.toString()) && line.contains(dbpath(folder));
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private void ended(Consumer<StackFailure> onFailure, Path program, Path log) {
        // its number may soon be another process's
        tether.ifPresent(Tether::close);
        if (!closing) {
            onFailure.accept(died(program, log, new IllegalStateException("ended on its own")));
        }
    }

    private static StackFailure died(Path program, Path log, RuntimeException cause) {
        return new StackFailure(
                StackFailure.Kind.SERVER_DIED,
                "%s does not run (%s); its last words in %s: %s"
                        .formatted(program, cause.getMessage(), log, lastWords(log)),
                cause);
    }

    /**
     * The last line of an error, for after it come many that only tell how it ends; else the last.
     */
    private static String lastWords(Path log) {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            var errors = lines.stream().filter(ERROR.asPredicate()).toList();
            var telling = errors.isEmpty() ? lines : errors;
            return telling.isEmpty() ? "none" : telling.getLast();
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }
}
