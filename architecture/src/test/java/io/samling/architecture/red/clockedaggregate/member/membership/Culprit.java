package io.samling.architecture.red.clockedaggregate.member.membership;

import java.time.Clock;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Culprit {
    void decide(Clock clock) {}
}
