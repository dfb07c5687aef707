package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.eventstore.axon.CommandScope;
import io.samling.eventstore.log.CallersWait;
import io.samling.eventstore.log.TestLogs;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.Unavailable;
import java.util.ArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogCommandsTest {

    record Decide() {}

    final TestLogs logs = new TestLogs();
    final CommandBus bus = SimpleCommandBus.builder().build();
    final LogCommands commands = new LogCommands(bus, logs.open());

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void what_is_decided_again_is_waited_for_since_it_was_decided_first() {
        var waits = new ArrayList<CallersWait>();
        var _ =
                bus.subscribe(
                        Decide.class.getName(),
                        _ -> {
                            waits.add(CommandScope.CURRENT.get().callersWait());
                            throw new ConcurrencyException("another was faster");
                        });

        assertThatThrownBy(() -> commands.send(new Decide(), new Origin("actor", "r", null, null)))
                .isInstanceOf(Unavailable.class);
        assertThat(waits).hasSize(5).containsOnly(waits.getFirst());
    }
}
