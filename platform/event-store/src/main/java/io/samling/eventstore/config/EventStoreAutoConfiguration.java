package io.samling.eventstore.config;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.NamedEventSerializer;
import io.samling.eventstore.Streams;
import io.samling.eventstore.UnreadableStreams;
import io.samling.eventstore.axon.CodeFingerprints;
import io.samling.eventstore.axon.EventMetadata;
import io.samling.eventstore.axon.SamlingEventStorageEngine;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.axon.SnapshotSerializers;
import io.samling.eventstore.axon.SnapshotStore;
import io.samling.eventstore.log.EventLog;
import io.samling.kernel.Commands;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives a service its log, and Axon on top of it, once it says what it can remember. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration"
        })
@ConditionalOnBean(EventVocabulary.class)
@EnableConfigurationProperties({MongodbProperties.class, EventStoreProperties.class})
public class EventStoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    MongoClient mongoClient(MongodbProperties mongodb, EventVocabulary vocabulary) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(mongodb.uri())
                        .applicationName(vocabulary.service())
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .readPreference(ReadPreference.primary())
                        .applyToClusterSettings(
                                cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(5, TimeUnit.SECONDS)
                                                .readTimeout(10, TimeUnit.SECONDS))
                        .build());
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase mongoDatabase(MongoClient client, EventVocabulary vocabulary) {
        return client.getDatabase("samling_" + vocabulary.service());
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(
            EventVocabulary vocabulary,
            MongoDatabase database,
            Clock clock,
            EventStoreProperties properties) {
        GenericEventMessage.clock = clock; // Axon stamps every event of a JVM by this one
        return EventLog.open(
                vocabulary.service(), database, clock, properties.eventStore().options());
    }

    @Bean
    LogIdentity logIdentity(EventLog log) {
        return log.identity();
    }

    @Bean
    Streams streams(EventLog log) {
        return log.reader()::exists;
    }

    @Bean
    InstanceName instanceName(EventVocabulary vocabulary, EventStoreProperties properties) {
        return InstanceName.of(vocabulary.service(), properties.data());
    }

    @Bean
    @Qualifier("eventSerializer")
    NamedEventSerializer eventSerializer(EventVocabulary vocabulary) {
        return new NamedEventSerializer(vocabulary);
    }

    @Bean
    SnapshotStore snapshotStore(MongoDatabase database, EventVocabulary vocabulary) {
        return new SnapshotStore(database, new CodeFingerprints(vocabulary.families()));
    }

    @Bean
    @Qualifier("eventStore")
    SamlingEventStore eventBus(
            EventLog log,
            SnapshotStore snapshots,
            NamedEventSerializer eventSerializer,
            UnreadableStreams unreadable,
            EventStoreProperties properties,
            @Lazy Configuration axon) {
        var builder =
                SamlingEventStorageEngine.builder()
                        .log(log)
                        .snapshots(snapshots)
                        .unreadable(unreadable)
                        .snapshotEvery(properties.eventStore().snapshotEvery());
        builder.eventSerializer(eventSerializer)
                .snapshotSerializer(SnapshotSerializers.byFields())
                .upcasterChain(new GuardedUpcasters(axon::upcasterChain));
        return SamlingEventStore.on(builder.build());
    }

    @Bean
    CorrelationDataProvider eventMetadata() {
        return new EventMetadata();
    }

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(Configuration axon) {
        var bus =
                SimpleCommandBus.builder()
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    Commands commands(CommandBus bus, EventLog log) {
        return new LogCommands(bus, log);
    }

    @Bean
    UnreadableStreams unreadableStreams() {
        return new UnreadableStreams();
    }

    @Bean
    LogHealth logHealthIndicator(EventLog log, UnreadableStreams unreadable) {
        return new LogHealth(log, unreadable);
    }
}
