package io.samling.member.roll;

import io.samling.eventstore.ProcessingGroupPlan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RollConfiguration {

    @Bean
    ProcessingGroupPlan rollPlan() {
        return ProcessingGroupPlan.view(Roll.GROUP);
    }
}
