package io.samling.architecture.red.webs.member.membership.web;

import io.samling.architecture.red.webs.member.roll.web.RollPage;

class Culprit {
    void answer(RollPage page) {}
}
