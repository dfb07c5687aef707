package io.samling.architecture.red.ids.member.membership;

import io.samling.architecture.red.ids.member.fees.Fee;
import io.samling.architecture.red.ids.member.fees.FeeId;

class Culprit {
    void owes(FeeId allowed, Fee forbidden) {}
}
