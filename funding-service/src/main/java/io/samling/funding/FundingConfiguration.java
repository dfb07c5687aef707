package io.samling.funding;

import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.Streams;
import io.samling.funding.financing.GrantEvent;
import io.samling.funding.financing.KnownProjects;
import io.samling.funding.ownership.ShareRegisterEvent;
import io.samling.funding.projects.ProjectEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the features need of the platform and of each other. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class FundingConfiguration {

    @Bean
    EventVocabulary vocabulary() {
        return EventVocabulary.of(
                "funding", ProjectEvent.class, GrantEvent.class, ShareRegisterEvent.class);
    }

    @Bean
    KnownProjects knownProjects(Streams streams) {
        return project -> streams.exists(project.toString());
    }
}
