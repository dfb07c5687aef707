package io.samling.architecture.red.aggregate.member.membership;

import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.ApplicationContext;

@Aggregate
class Culprit {
    void decide(ApplicationContext beans) {}
}
