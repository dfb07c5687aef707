package io.samling.journeys;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** All of Samling on this machine: the local stack and one instance of each service. */
final class Landscape implements AutoCloseable {

    private final Path folder;
    private final Program stack;
    private final String mongodb;
    private final String kafka;
    private final Service member;
    private final Service funding;
    private final Service reporting;
    private final MongoClient mongo;

    private Landscape(Path folder, Program stack, String mongodb, String kafka) {
        this.folder = folder;
        this.stack = stack;
        this.mongodb = mongodb;
        this.kafka = kafka;
        member = instance("member-service", "");
        funding = instance("funding-service", "");
        reporting = instance("reporting-service", "");
        mongo = MongoClients.create(mongodb);
    }

    /** Starts everything on empty servers and waits until it is ready. */
    static Landscape start() {
        var folder = newFolder();
        int mongodbPort = Program.freePort();
        int kafkaPort = Program.freePort();
        var stack = stack("local-stack", folder.resolve("stack"), mongodbPort, kafkaPort);
        var mongodb = "mongodb://127.0.0.1:" + mongodbPort + "/?directConnection=true";
        var landscape = new Landscape(folder, stack, mongodb, "127.0.0.1:" + kafkaPort);
        landscape.startAll();
        System.out.println("journey: runs on the local stack at " + mongodb);
        return landscape;
    }

    private static Path newFolder() {
        try {
            var parent = Files.createDirectories(Path.of("target", "journeys"));
            return Files.createTempDirectory(parent, "data").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same services with the same memory, but with a broker that is empty; not started yet. */
    Landscape withAnotherBroker() {
        int kafkaPort = Program.freePort();
        var data = folder.resolve("another-stack");
        var another = stack("another-stack", data, Program.freePort(), kafkaPort);
        return new Landscape(folder, another, mongodb, "127.0.0.1:" + kafkaPort);
    }

    private static Program stack(String name, Path data, int mongodbPort, int kafkaPort) {
        var ready = data.resolve("stack.ready");
        return new Program(
                "local-stack",
                name,
                List.of(
                        "run",
                        "--data=" + data,
                        "--mongodb-port=" + mongodbPort,
                        "--kafka-port=" + kafkaPort),
                Map.of(),
                () -> Files.exists(ready));
    }

    /** Starts everything and waits until it is ready. */
    void startAll() {
        stack.start();
        stack.awaitReady();
        startServices();
    }

    /** Starts the services and waits until they are ready. */
    void startServices() {
        services().forEach(service -> service.program().start());
        services().forEach(service -> service.program().awaitReady());
    }

    /** Asks the services to stop and waits until they have. */
    void stopServices() {
        services().forEach(service -> service.program().close());
    }

    Program stack() {
        return stack;
    }

    Service member() {
        return member;
    }

    Service funding() {
        return funding;
    }

    Service reporting() {
        return reporting;
    }

    List<Service> services() {
        return List.of(member, funding, reporting);
    }

    /** The log of a service that publishes: {@code member} or {@code funding}. */
    Log log(String service) {
        return new Log(service, mongo.getDatabase("samling_" + service));
    }

    /** The process of a service that does something with its log instead of serving. */
    Program logCommand(String service, String command, Path file) {
        var name = service + "-" + command;
        var arguments =
                List.of(
                        "--samling.log-command=" + command,
                        "--samling.log-file=" + file,
                        "--samling.log-compare=" + reporting.api().address());
        return new Program(service + "-service", name, arguments, settings(""), () -> true);
    }

    /** Empties the log of a service; what was made from it stays. */
    void loseLog(String service) {
        mongo.getDatabase("samling_" + service).getCollection("commits").deleteMany(new Document());
    }

    /** Another instance of a service beside the first, on the same servers, not started yet. */
    Service another(String module) {
        return instance(module, "-2");
    }

    private Service instance(String module, String suffix) {
        var port = Program.freePort();
        var api = new Api(port);
        var arguments = List.of("--server.port=" + port);
        var program =
                new Program(module, module + suffix, arguments, settings(suffix), api::isReady);
        return new Service(module, program, api);
    }

    private Map<String, String> settings(String suffix) {
        return Map.of(
                "SAMLING_DATA", folder.resolve("samling" + suffix).toString(),
                "SAMLING_MONGODB_URI", mongodb,
                "SAMLING_KAFKA_BOOTSTRAP", kafka);
    }

    @Override
    public void close() {
        mongo.close();
        stopServices();
        stack.close();
    }

    /** One instance of a service, and the way to ask it. */
    record Service(String module, Program program, Api api) {}
}
