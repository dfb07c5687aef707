package io.samling.contracts.funding.v1;

import io.samling.contracts.KeptFactsTest;

class FundingFactTest extends KeptFactsTest<FundingFact> {

    FundingFactTest() {
        super("funding", FundingFact.class, FundingFact::typeOf, FundingFact::classOf);
    }
}
