package io.samling.localstack;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in for MongoDB on one machine: the subset of its commands that Samling uses. */
public final class MongoStandIn implements AutoCloseable {

    private static final String SET_NAME = "samling";

    private final MongoServer server;
    private final String address;

    private MongoStandIn(MongoServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Starts one that keeps everything in memory; port 0 takes a free one. */
    public static MongoStandIn inMemory(String address, int port) {
        var listening = Ports.freeOrGiven("MongoDB", address, port);
        var self = address + ":" + listening;
        var server = new MongoServer(new SetOfOne(self));
        server.bind(new InetSocketAddress(address, listening));
        return new MongoStandIn(server, self);
    }

    /** What a driver connects with. */
    public String connectionString() {
        return "mongodb://" + address + "/?directConnection=true";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Answers a driver's greeting as a replica set of one does, without offering sessions. */
    private static final class SetOfOne extends MemoryBackend {

        private final String self;

        private SetOfOne(String self) {
            this.self = self;
        }

        @Override
        public Document handleCommand(
                @Nullable Channel channel, String database, String command, Document query) {
            if (!command.equalsIgnoreCase("hello") && !command.equalsIgnoreCase("isMaster")) {
                return super.handleCommand(channel, database, command, query);
            }
            return super.handleCommand(channel, database, "isMaster", query)
                    .append("isWritablePrimary", true)
                    .append("secondary", false)
                    .append("setName", SET_NAME)
                    .append("setVersion", 1)
                    .append("hosts", List.of(self))
                    .append("primary", self)
                    .append("me", self);
        }
    }
}
