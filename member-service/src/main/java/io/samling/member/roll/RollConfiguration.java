package io.samling.member.roll;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.ProcessingGroupPlan;
import io.samling.eventstore.view.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RollConfiguration {

    @Bean
    ProcessingGroupPlan rollPlan() {
        return ProcessingGroupPlan.view(Roll.GROUP);
    }

    @Bean
    View rollView(MongoDatabase database, LogIdentity log) {
        return View.of(database, log, Roll.GROUP, RollRows.MEMBERS);
    }
}
