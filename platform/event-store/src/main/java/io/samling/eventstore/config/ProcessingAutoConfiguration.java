package io.samling.eventstore.config;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.Views;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.LogImport;
import io.samling.eventstore.view.View;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Has every processing group of a service follow the log as its plan says. */
@AutoConfiguration(
        after = EventStoreAutoConfiguration.class,
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration"
        })
@ConditionalOnBean(EventVocabulary.class)
public class ProcessingAutoConfiguration {

    private static final int FIRST = Integer.MIN_VALUE + 1;
    private static final int SECOND = FIRST + 1;

    @Bean
    @ConditionalOnMissingBean
    TokenStore tokenStore(MongoDatabase database, Serializer serializer, InstanceName instance) {
        var collections =
                DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .trackingTokensCollectionName("tokens")
                        .build();
        return MongoTokenStore.builder()
                .mongoTemplate(collections)
                .serializer(serializer)
                .nodeId(instance.value())
                .build();
    }

    @Bean
    ProcessingGroups processingGroups(
            List<ProcessingGroupPlan> plans,
            List<View> views,
            SamlingEventStore store,
            TokenStore tokens) {
        return new ProcessingGroups(plans, views, store, tokens);
    }

    @Bean
    ConfigurerModule processingGroupsFollowTheirPlans(
            ProcessingGroups groups, MongoDatabase database, LogIdentity log) {
        return configurer -> {
            configurer
                    .eventProcessing()
                    .registerEventProcessorFactory(groups::build)
                    .registerDefaultListenerInvocationErrorHandler(
                            _ -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance());
            configurer.onInitialize(
                    axon -> axon.onStart(FIRST, () -> LogImport.requireWhole(database)));
            configurer.onInitialize(axon -> axon.onStart(FIRST, () -> StartUpCheck.check(axon)));
            configurer.onInitialize(axon -> axon.onStart(SECOND, () -> groups.takeUpViews(log)));
        };
    }

    @Bean
    ParameterResolverFactory atPosition() {
        return new AtPositionResolverFactory();
    }

    @Bean
    ParameterResolverFactory changesOfViews() {
        return new ChangesResolverFactory();
    }

    @Bean
    Views views(
            EventProcessingConfiguration processing,
            ProcessingGroups groups,
            TokenStore tokens,
            EventLog log) {
        return new GroupViews(processing, groups, tokens, log);
    }

    @Bean
    GroupHealth processingGroupsHealthIndicator(Views views) {
        return new GroupHealth(views);
    }
}
