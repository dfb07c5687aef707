package io.samling.eventstore.axon;

import io.samling.eventstore.log.TestLogs;
import io.samling.testing.TestServers;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's own suites (this class inherits all three), as they are, on the local stack. */
class ConformanceTest
        extends BatchingEventStorageEngineTest<
                SamlingEventStorageEngine, SamlingEventStorageEngine.Builder> {

    private final TestLogs logs = new TestLogs(mongodb());

    String mongodb() {
        return TestServers.localStackMongodb();
    }

    @BeforeEach
    void giveTheSuiteAnEngine() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @Override
    protected SamlingEventStorageEngine createEngine(
            UnaryOperator<SamlingEventStorageEngine.Builder> customization) {
        var json = Jackson3Serializer.builder().build();
        var builder = SamlingEventStorageEngine.builder();
        builder.log(logs.open())
                .snapshots(new SnapshotStore(logs.database(), name -> name))
                .eventSerializer(json)
                .snapshotSerializer(json);
        return customization.apply(builder).build();
    }
}
