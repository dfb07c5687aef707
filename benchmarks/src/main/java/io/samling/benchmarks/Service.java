package io.samling.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** A service in a process of its own, as the launcher starts it. */
final class Service implements AutoCloseable {

    private final Program program;
    private final Requests requests;
    private final String address;

    private Service(Program program, Requests requests, String address) {
        this.program = program;
        this.requests = requests;
        this.address = address;
    }

    /** Starts it and waits until it is ready. */
    static Service start(String name, Servers servers, Settings settings, Requests requests) {
        var port = freePort();
        var program =
                Program.start(
                        settings,
                        name,
                        settings.javaOptions(),
                        List.of("--server.port=" + port, "--logging.level.root=warn"),
                        Map.of(
                                "SAMLING_DATA", settings.data().resolve("services").toString(),
                                "SAMLING_MONGODB_URI", servers.mongodb(),
                                "SAMLING_KAFKA_BOOTSTRAP", servers.kafka()));
        var service = new Service(program, requests, "http://127.0.0.1:" + port);
        service.awaitReady();
        return service;
    }

    private void awaitReady() {
        program.await(() -> requests.answers(at("/actuator/health/readiness")));
    }

    String at(String path) {
        return address + path;
    }

    double residentMib() {
        return Resident.mib(program.pid());
    }

    void kill() {
        program.kill();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
