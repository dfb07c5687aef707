package io.samling.member.membership;

import io.samling.eventstore.Streams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MembershipConfiguration {

    @Bean
    KnownMembers knownMembers(Streams streams) {
        return member -> streams.exists(member.toString());
    }
}
