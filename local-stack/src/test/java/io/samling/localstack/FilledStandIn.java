package io.samling.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.samling.localstack.host.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/** The stand-in in a process of its own, with a client that fills it with things. */
final class FilledStandIn implements AutoCloseable {

    private final ChildProcess process;
    private final MongoClient client;

    private FilledStandIn(ChildProcess process) {
        this.process = process;
        assertThat(process.isAlive()).as("said %s", process.said()).isTrue();
        var ready = process.readyLine();
        this.client = MongoClients.create(ready.substring(ready.indexOf("mongodb://")));
    }

    static FilledStandIn start(String heap, Path folder) {
        return startUnder(List.of(), heap, folder);
    }

    /** By way of a command that runs the one given to it. */
    static FilledStandIn startUnder(List<String> outer, String heap, Path folder) {
        return new FilledStandIn(process(outer, heap, folder));
    }

    /** One that is not expected to become ready. */
    static ChildProcess startInVain(String heap, Path folder) {
        var process = process(List.of(), heap, folder);
        process.awaitEnd();
        return process;
    }

    private static ChildProcess process(List<String> outer, String heap, Path folder) {
        return ChildProcess.startUnder(
                outer, heap, List.of("mongodb", "--data=" + folder, "--mongodb-port=0"));
    }

    MongoCollection<Document> things() {
        return client.getDatabase("full").getCollection("things");
    }

    /** Waits until it has ended by itself. */
    ChildProcess ended() {
        process.awaitEnd();
        return process;
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
