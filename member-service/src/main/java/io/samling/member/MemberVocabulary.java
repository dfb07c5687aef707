package io.samling.member;

import io.samling.eventstore.EventVocabulary;
import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.membership.MembershipEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that member-service can remember. */
@Configuration(proxyBeanMethods = false)
class MemberVocabulary {

    static final EventVocabulary VOCABULARY =
            EventVocabulary.of("member", MembershipEvent.class, HeadcountEvent.class);

    @Bean
    EventVocabulary eventVocabulary() {
        return VOCABULARY;
    }
}
