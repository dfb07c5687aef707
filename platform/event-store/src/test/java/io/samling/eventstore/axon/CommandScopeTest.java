package io.samling.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.TestLogs;
import io.samling.kernel.Unavailable;
import java.time.Duration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandScopeTest {

    final TestLogs logs = new TestLogs();
    final EventLog log = logs.open();

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void nothing_is_recorded_for_a_caller_who_has_waited_long_enough() {
        var scope = new CommandScope(null, null, false, TestLogs.waiting(Duration.ofDays(1)));
        var event = new GenericDomainEventMessage<>("Sample", "a", 0, "it happened");
        var engine = engine();

        assertThatThrownBy(
                        () ->
                                ScopedValue.where(CommandScope.CURRENT, scope)
                                        .run(() -> engine.appendEvents(event)))
                .isInstanceOf(Unavailable.class);
        assertThat(log.reader().head().last()).isEqualTo(-1);
    }

    private SamlingEventStorageEngine engine() {
        var json = Jackson3Serializer.builder().build();
        var builder = SamlingEventStorageEngine.builder();
        builder.log(log)
                .snapshots(new SnapshotStore(logs.database(), name -> name))
                .eventSerializer(json)
                .snapshotSerializer(json);
        return builder.build();
    }
}
