package io.samling.eventstore.log;

import io.samling.kernel.Claiming.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which value. A value goes through generations: each is taken once and given up once,
 * and then the next may be taken; the log's unique index sees to that.
 */
final class ClaimBook {

    private static final String FREE = ":free";

    private final LogReader reader;

    ClaimBook(LogReader reader) {
        this.reader = reader;
    }

    /**
     * The claims as the log is to keep them, without reading where they are what most are: values
     * that nobody ever took. Where that was wrong, the log refuses it.
     */
    List<String> likelyEntries(String stream, List<Claim> claims) {
        var guess = new LinkedHashSet<String>();
        for (var claim : claims) {
            if (!claim.taken() || !guess.add(nameOf(claim) + ":0")) {
                return entries(stream, claims);
            }
        }
        return List.copyOf(guess);
    }

    /**
     * The claims as the log keeps them, by what is in the log now.
     *
     * @throws ClaimHeld where another stream holds a value
     */
    List<String> entries(String stream, List<Claim> claims) {
        var known = new HashMap<String, Generation>();
        var entries = new ArrayList<String>();
        for (var claim : claims) {
            var name = nameOf(claim);
            var now = known.computeIfAbsent(name, this::newestOf);
            if (claim.taken()) {
                take(stream, claim, now, known, entries);
            } else {
                giveUp(stream, claim, now, known, entries);
            }
        }
        return entries;
    }

    private static void take(
            String stream,
            Claim claim,
            Generation now,
            Map<String, Generation> known,
            List<String> entries) {
        if (now.holder() == null) {
            entries.add(nameOf(claim) + ":" + now.number());
            known.put(nameOf(claim), new Generation(now.number(), stream));
        } else if (!now.holder().equals(stream)) {
            throw new ClaimHeld(claim.what(), now.holder());
        }
    }

    private static void giveUp(
            String stream,
            Claim claim,
            Generation now,
            Map<String, Generation> known,
            List<String> entries) {
        if (!stream.equals(now.holder())) {
            throw new IllegalStateException(
                    "The stream " + stream + " gives up a " + claim.what() + " it does not hold");
        }
        entries.add(nameOf(claim) + ":" + now.number() + FREE);
        known.put(nameOf(claim), new Generation(now.number() + 1, null));
    }

    private Generation newestOf(String name) {
        var number = 0;
        while (reader.withClaim(name + ":" + number + FREE) != null) {
            number++;
        }
        var holding = reader.withClaim(name + ":" + number);
        return new Generation(number, holding == null ? null : holding.streams().getFirst().id());
    }

    private static String nameOf(Claim claim) {
        return claim.what() + ":" + claim.value();
    }

    private record Generation(int number, @Nullable String holder) {}
}
