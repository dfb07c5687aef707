package io.samling.eventstore.log;

import com.mongodb.MongoException;
import io.samling.eventstore.log.Tried.Answer;
import io.samling.kernel.Claiming.Claim;
import io.samling.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Appends whatever comes to its mind, and remembers what it was told. */
final class RandomCaller {

    private static final int STREAMS = 6;
    private static final int VALUES = 8;
    private static final int KEYS = 12;

    private final Supplier<EventLog> log;
    private final String name;
    private final Random random;
    private final Queue<Tried> told;
    private @Nullable Tried claimed;

    RandomCaller(Supplier<EventLog> log, String name, Random random, Queue<Tried> told) {
        this.log = log;
        this.name = name;
        this.random = random;
        this.told = told;
    }

    void append(int number) {
        switch (random.nextInt(10)) {
            case 0, 1 -> tryTo(newStream(number), List.of(), someKey());
            case 2, 3 -> takeOrGiveUp(number);
            case 4 -> tryTo(List.of(TestLogs.event("own-" + name, 0)), List.of(), null);
            default -> continueShared();
        }
    }

    /** Gets in the way of others who continue the same stream. */
    private void continueShared() {
        try {
            var stream = "shared-" + random.nextInt(STREAMS);
            var next = log.get().streams().lastSequence(stream).orElse(-1L) + 1;
            var events = new ArrayList<NewEvent>();
            for (var i = 0; i <= random.nextInt(3); i++) {
                events.add(TestLogs.event(stream, next + i));
            }
            tryTo(events, List.of(), null);
        } catch (MongoException nothingRead) {
            // then there is nothing to decide on
        }
    }

    private void takeOrGiveUp(int number) {
        var held = claimed;
        if (held == null) {
            var take = Claim.take("number", "n" + random.nextInt(VALUES));
            var tried = tryTo(newStream(number), List.of(take), null);
            claimed = tried.answer() instanceof Answer.Stored ? tried : null;
        } else {
            var free = Claim.free("number", held.claims().getFirst().value());
            tryTo(List.of(TestLogs.event(held.stream(), 1)), List.of(free), null);
            claimed = null;
        }
    }

    private List<NewEvent> newStream(int number) {
        return List.of(TestLogs.event("new-" + name + "-" + number, 0));
    }

    private OnceKey someKey() {
        return OnceKey.of("actor", "key-" + random.nextInt(KEYS), "request");
    }

    private Tried tryTo(List<NewEvent> events, List<Claim> claims, @Nullable OnceKey once) {
        var start = System.nanoTime();
        var answer = answerTo(events, claims, once);
        var took = Duration.ofNanos(System.nanoTime() - start);
        var tried = new Tried(events, claims, once, answer, took);
        told.add(tried);
        return tried;
    }

    private Answer answerTo(List<NewEvent> events, List<Claim> claims, @Nullable OnceKey once) {
        try {
            return new Answer.Stored(log.get().append(events, claims, once));
        } catch (AppendRefused | ClaimHeld reason) {
            return new Answer.Refused(reason);
        } catch (MongoException notRead) {
            return new Answer.NothingDone(notRead);
        } catch (Unavailable e) {
            return e.kind() == Unavailable.Kind.OUTCOME_UNKNOWN
                    ? new Answer.Unknown()
                    : new Answer.NothingDone(e);
        }
    }
}
