package io.samling.eventstore.axon;

import io.samling.testing.TestServers;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same suites on a real MongoDB, where the tests have one. */
@EnabledIf(
        value = "io.samling.testing.TestServers#isMongodbReal",
        disabledReason = "the tests' MongoDB is the stand-in")
class RealServerConformanceTest extends ConformanceTest {

    @Override
    String mongodb() {
        return TestServers.mongodb();
    }
}
