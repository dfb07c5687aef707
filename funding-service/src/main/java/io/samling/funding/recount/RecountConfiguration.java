package io.samling.funding.recount;

import io.samling.eventstore.Recount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecountConfiguration {

    @Bean
    Recount recount() {
        return FundingRecount::new;
    }
}
