package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.log.SimulatedServer.Fault;
import io.samling.eventstore.log.Tried.Answer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a proof has met: it proves nothing of what never happened. */
final class Happened {

    private static final String ROLLED_BACK = "commits rolled back";
    private static final String READ_WHILE_OPEN = "reads while a commit was not yet majority";

    private final Map<String, Long> times = new TreeMap<>();

    Happened() {
        var conditions =
                Stream.of(
                        Stream.of(ROLLED_BACK, READ_WHILE_OPEN),
                        Arrays.stream(Fault.values()).map(Fault::name),
                        Arrays.stream(Answer.class.getPermittedSubclasses())
                                .map(Class::getSimpleName));
        conditions.flatMap(names -> names).forEach(name -> times.put(name, 0L));
    }

    void in(SimulatedServer server, Collection<Tried> told) {
        add(ROLLED_BACK, server.rolledBack());
        add(READ_WHILE_OPEN, server.readsWhileOpen());
        server.faults().forEach((fault, number) -> add(fault.name(), number));
        Tried.answers(told).forEach(this::add);
    }

    private void add(String what, long number) {
        times.merge(what, number, Long::sum);
    }

    boolean everything() {
        return !times.containsValue(0L);
    }

    void assertEverything() {
        assertThat(times).as("what was to happen at least once").doesNotContainValue(0L);
    }
}
