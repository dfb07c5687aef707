package io.samling.benchmarks;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The same aggregate on the storage engine of Axon's Mongo extension. */
final class AxonMongo implements AutoCloseable {

    private static final String FEATURE = "io.samling.member.membership.";

    private final MongoTemplate collections;
    private final Configuration axon;

    AxonMongo(InsideMember member) {
        collections = DefaultMongoTemplate.builder().mongoDatabase(member.database()).build();
        var serializer = Jackson3Serializer.builder().build();
        var configurer =
                DefaultConfigurer.defaultConfiguration()
                        .configureSerializer(_ -> serializer)
                        .configureEmbeddedEventStore(
                                _ ->
                                        MongoEventStorageEngine.builder()
                                                .mongoTemplate(collections)
                                                .eventSerializer(serializer)
                                                .snapshotSerializer(serializer)
                                                .build())
                        .configureAggregate(named("Membership"));
        lend(configurer, named("KnownMembers"), member);
        axon = configurer.start();
    }

    /** What its handlers ask for. */
    private static <T> void lend(Configurer configurer, Class<T> type, InsideMember member) {
        configurer.registerComponent(type, _ -> member.bean(type));
    }

    void send(Object command) {
        axon.commandGateway().sendAndWait(command);
    }

    /** The aggregate is its feature's own. */
    private static Class<?> named(String type) {
        try {
            return Class.forName(FEATURE + type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it, and removes what it stored: the local stack holds all documents in memory. */
    @Override
    public void close() {
        axon.shutdown();
        collections.eventCollection().drop();
        collections.snapshotCollection().drop();
    }
}
