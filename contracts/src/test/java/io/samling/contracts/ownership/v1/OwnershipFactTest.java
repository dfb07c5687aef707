package io.samling.contracts.ownership.v1;

import io.samling.contracts.KeptFactsTest;

class OwnershipFactTest extends KeptFactsTest<OwnershipFact> {

    OwnershipFactTest() {
        super("ownership", OwnershipFact.class, OwnershipFact::typeOf, OwnershipFact::classOf);
    }
}
