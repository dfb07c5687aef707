package io.samling.architecture.red.leaves.member.membership;

import io.samling.architecture.red.leaves.member.membership.web.Form;

class Culprit {
    void show(Form form) {}
}
