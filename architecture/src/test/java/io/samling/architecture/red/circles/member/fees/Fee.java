package io.samling.architecture.red.circles.member.fees;

import io.samling.architecture.red.circles.member.membership.Culprit;

public class Fee {
    void of(Culprit member) {}
}
