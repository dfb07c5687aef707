package io.samling.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A local stack of its own on free ports, empty at first; what it holds goes away with it. */
final class LocalServers implements AutoCloseable {

    private final Program program;
    private final Path folder;
    private final Servers servers;

    private LocalServers(Program program, Path folder, Servers servers) {
        this.program = program;
        this.folder = folder;
        this.servers = servers;
    }

    static LocalServers start(Settings settings, String name) {
        var folder = settings.data().resolve("stack-" + name);
        delete(folder);
        var options = settings.stackJavaOptions();
        var arguments = List.of("run", "--data=" + folder, "--mongodb-port=0", "--kafka-port=0");
        var program = Program.start(settings, "local-stack", options, arguments, Map.of());
        var ready = folder.resolve("stack.ready");
        program.await(() -> Files.exists(ready));
        return new LocalServers(program, folder, servers(ready, program.pid()));
    }

    private static Servers servers(Path ready, long pid) {
        var said = new Properties();
        try (var reader = Files.newBufferedReader(ready)) {
            said.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Servers(told(said, "mongodb"), told(said, "kafka"), pid);
    }

    private static String told(Properties said, String server) {
        return Objects.requireNonNull(said.getProperty(server), server);
    }

    Servers servers() {
        return servers;
    }

    @Override
    public void close() {
        program.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
