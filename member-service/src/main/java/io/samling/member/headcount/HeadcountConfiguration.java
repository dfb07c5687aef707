package io.samling.member.headcount;

import io.samling.eventstore.Streams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HeadcountConfiguration {

    @Bean
    Members members(Streams streams) {
        return member -> streams.exists(member.toString());
    }
}
