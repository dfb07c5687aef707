package io.samling.architecture.red.platform.kernel;

import io.samling.architecture.red.platform.member.membership.Membership;

class Culprit {
    void know(Membership membership) {}
}
