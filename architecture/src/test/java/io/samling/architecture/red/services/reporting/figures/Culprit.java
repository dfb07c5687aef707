package io.samling.architecture.red.services.reporting.figures;

import io.samling.architecture.red.services.member.membership.Membership;

class Culprit {
    void know(Membership membership) {}
}
