package io.samling.architecture.red.facts.reporting.figures;

import io.samling.architecture.red.facts.contracts.member.v1.Joined;

class Culprit {
    void count(Joined fact) {}
}
