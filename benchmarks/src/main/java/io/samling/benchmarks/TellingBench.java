package io.samling.benchmarks;

import io.samling.eventrelay.RelayBench;

/** How fast the relay tells a log from its beginning. */
final class TellingBench {

    private static final int CALLERS = 32;

    private TellingBench() {}

    static void measure(Report report, Servers servers, Settings settings) {
        try (var member = InsideMember.start(servers, settings.data())) {
            var joins = new Joins();
            var time = settings.round().multipliedBy(5);
            Load.perSecond(CALLERS, time, () -> member.send(joins.command()));
            member.secondsUntilCaughtUp();
            var told = RelayBench.of(member.relay(), settings.rounds());
            report.atLeast(10_000, "relay: of " + told.facts(), "facts/s", told.sending());
            report.add("relay: with the sending left out", "facts/s", told.withoutSending());
            report.atLeast(0.7, "relay: share", "", told.sending() / told.withoutSending());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
