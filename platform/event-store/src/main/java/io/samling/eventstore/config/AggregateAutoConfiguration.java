package io.samling.eventstore.config;

import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.axon.SamlingEventStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.config.SpringAggregateConfigurer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives every aggregate of a service its locks, its snapshots and a check of what it loads. */
@AutoConfiguration(
        after = EventStoreAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnBean(EventVocabulary.class)
public class AggregateAutoConfiguration {

    private static final int WAITING_FOR_ONE_AGGREGATE = 64;
    private static final int LOCK_WAIT_MILLIS = 5000;

    /** Axon gives up at once with fewer: the first attempt does not wait, the last is not made. */
    private static final int ONE_LONG_WAIT = 3;

    @Bean
    PessimisticLockFactory aggregateLocks() {
        return PessimisticLockFactory.builder()
                .queueLengthThreshold(WAITING_FOR_ONE_AGGREGATE)
                .acquireAttempts(ONE_LONG_WAIT)
                .lockAttemptTimeout(LOCK_WAIT_MILLIS)
                .build();
    }

    @Bean
    CommandTargets commandTargets() {
        return new CommandTargets();
    }

    /** One thread: a snapshot may wait, a command may not. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory());
    }

    @Bean
    Snapshotter aggregateSnapshotter(
            @Lazy Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            SamlingEventStore store,
            ExecutorService snapshotExecutor) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .eventStore(store)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(snapshotExecutor)
                .build();
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(
            Snapshotter snapshotter, EventStoreProperties properties) {
        return new EventCountSnapshotTriggerDefinition(
                snapshotter, properties.eventStore().snapshotEvery());
    }

    @Bean
    static BeanPostProcessor aggregateSettings() {
        return new AggregateSettings();
    }

    private static final class AggregateSettings implements BeanPostProcessor {

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof SpringAggregateConfigurer<?> configurer) {
                configurer.setLockFactory("aggregateLocks");
                configurer.setSnapshotTriggerDefinition("snapshotTrigger");
                configurer.setCommandTargetResolver("commandTargets");
            }
            return bean;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof AggregateFactory<?> factory
                    ? new KindCheckingFactory<>(factory)
                    : bean;
        }
    }
}
