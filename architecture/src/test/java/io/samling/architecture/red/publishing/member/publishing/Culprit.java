package io.samling.architecture.red.publishing.member.publishing;

import io.samling.architecture.red.publishing.member.roll.Roll;

class Culprit {
    void tell(Roll view) {}
}
