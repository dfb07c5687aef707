package io.samling.architecture.red.modulith.publishing;

import io.samling.architecture.red.modulith.membership.web.Leak;

class Culprit {
    void tell(Leak leak) {}
}
