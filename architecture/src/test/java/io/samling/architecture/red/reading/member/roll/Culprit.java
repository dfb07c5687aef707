package io.samling.architecture.red.reading.member.roll;

import io.samling.architecture.red.reading.member.membership.MembershipCommand.Leave;

class Culprit {
    Object decide() {
        return new Leave();
    }
}
