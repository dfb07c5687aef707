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

/** All of Samling on this machine: its servers and one instance of each service. */
final class Landscape implements AutoCloseable {

    private final Path folder;
    private final Servers servers;
    private final String mongodb;
    private final Service member;
    private final Service funding;
    private final Service reporting;
    private final MongoClient mongo;

    private Landscape(Path folder, Servers servers, String mongodb) {
        this.folder = folder;
        this.servers = servers;
        this.mongodb = mongodb;
        member = instance("member-service", "");
        funding = instance("funding-service", "");
        reporting = instance("reporting-service", "");
        mongo = MongoClients.create(mongodb);
    }

    /** Starts everything on empty servers and waits until it is ready. */
    static Landscape start() {
        var folder = newFolder();
        var servers = Servers.start("local-stack", folder.resolve("stack"));
        var landscape = new Landscape(folder, servers, servers.mongodb());
        landscape.startServices();
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
        var others = Servers.start("another-stack", folder.resolve("another-stack"));
        return new Landscape(folder, others, mongodb);
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

    Servers servers() {
        return servers;
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
                "SAMLING_KAFKA_BOOTSTRAP", servers.kafka());
    }

    @Override
    public void close() {
        mongo.close();
        stopServices();
        servers.close();
    }

    /** One instance of a service, and the way to ask it. */
    record Service(String module, Program program, Api api) {}
}
