package io.samling.architecture.red.circles.member.membership;

import io.samling.architecture.red.circles.member.fees.Fee;

public class Culprit {
    void owes(Fee fee) {}
}
