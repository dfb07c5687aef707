package io.samling.funding.portfolio;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.view.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortfolioConfiguration {

    @Bean
    ProcessingGroupPlan portfolioPlan() {
        return ProcessingGroupPlan.view(Portfolio.GROUP);
    }

    @Bean
    View portfolioView(MongoDatabase database, LogIdentity log) {
        return PortfolioRows.in(database, log);
    }
}
