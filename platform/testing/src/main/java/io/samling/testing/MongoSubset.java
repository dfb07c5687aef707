package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import io.samling.localstack.mongodb.Subset;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that sends anything outside {@code docs/mongodb-subset.md} to the MongoDB of {@link
 * TestServers}, whatever server that is. JUnit finds it by itself in every module that has this one
 * on its test path.
 */
public final class MongoSubset implements AfterEachCallback, AfterAllCallback {

    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

    /**
     * The same server at an address where everything is looked at on its way. A driver that is told
     * of one host only, and of no replica set, goes nowhere else.
     */
    static String watched(String given) {
        var server = OneHost.of(given);
        var address = new ServerAddress(server.host());
        var proxy =
                MongodbProxy.before(
                        new InetSocketAddress(address.getHost(), address.getPort()),
                        MongoSubset::look);
        return server.at(proxy.getHostString() + ":" + proxy.getPort());
    }

    private static void look(byte[] message) {
        try {
            WireMessage.command(message).flatMap(Subset::complaint).ifPresent(COMPLAINTS::add);
        } catch (RuntimeException unreadable) {
            COMPLAINTS.add("a message that cannot be read: " + unreadable);
        }
    }

    /** What was outside since the last look, for a test that sends such a thing on purpose. */
    public static List<String> complaints() {
        var sent = new ArrayList<>(COMPLAINTS);
        COMPLAINTS.clear();
        return sent;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertKept();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        assertKept();
    }

    static void assertKept() {
        assertThat(complaints()).as("commands outside docs/mongodb-subset.md").isEmpty();
    }
}
