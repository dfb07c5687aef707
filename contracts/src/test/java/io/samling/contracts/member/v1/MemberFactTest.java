package io.samling.contracts.member.v1;

import io.samling.contracts.KeptFactsTest;

class MemberFactTest extends KeptFactsTest<MemberFact> {

    MemberFactTest() {
        super("member", MemberFact.class, MemberFact::typeOf, MemberFact::classOf);
    }
}
