package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.log.Tried.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** A log as it is in the end, compared with what callers and readers were told on the way. */
final class WholeLog {

    /** How much longer than his patience a caller may wait on a machine that is busy. */
    private static final Duration SLOWNESS = Duration.ofSeconds(6);

    private final List<BsonDocument> documents = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, StoredEvent> byId = new HashMap<>();

    WholeLog(LogReader reader) {
        for (var commit : reader.everything()) {
            documents.add(commit);
            events.addAll(CommitDocument.commit(commit).events());
        }
        events.forEach(event -> byId.put(event.id(), event));
    }

    /** Positions and sequences without gaps, a chain without a break, times that never fall. */
    void assertSound() {
        var previous = CommitHead.GENESIS;
        var sequences = new HashMap<String, Long>();
        for (var document : documents) {
            var commit = CommitDocument.commit(document);
            LogReader.requireSuccessor(previous, commit);
            assertThat(CommitDocument.isIntact(document)).isTrue();
            assertThat(commit.head().at()).isGreaterThanOrEqualTo(previous.at());
            for (var event : commit.events()) {
                var next = sequences.merge(event.stream(), 1L, Long::sum) - 1;
                assertThat(event.sequence()).as(event.stream()).isEqualTo(next);
            }
            previous = commit.head();
        }
        assertThat(byId).as("no event is stored twice").hasSameSizeAs(events);
    }

    void assertAgreesWith(Collection<Tried> told, Duration patience) {
        for (var tried : told) {
            switch (tried.answer()) {
                case Answer.Stored stored -> assertStored(tried, stored.head());
                case Answer.Refused refused -> {
                    assertNotStored(tried);
                    assertInTheWay(tried, refused.reason());
                }
                case Answer.NothingDone _ -> assertNotStored(tried);
                case Answer.Unknown _ -> {
                    assertStoredOrNot(tried);
                    assertThat(tried.took())
                            .as("how long until an outcome was unknown: %s", tried)
                            .isGreaterThanOrEqualTo(patience);
                }
            }
            assertThat(tried.took())
                    .as("how long a caller waited: %s", tried)
                    .isLessThan(patience.plus(SLOWNESS));
        }
    }

    /** All of it or nothing, and where nobody else has anything. */
    private void assertStoredOrNot(Tried tried) {
        var first = byId.get(tried.events().getFirst().id());
        if (first == null) {
            assertNotStored(tried);
        } else {
            assertStoredFrom(first.position(), tried);
        }
    }

    private void assertStored(Tried tried, CommitHead head) {
        assertStoredFrom(head.position(), tried);
    }

    private void assertStoredFrom(long first, Tried tried) {
        var position = first;
        for (var event : tried.events()) {
            assertThat(byId.get(event.id())).as("acknowledged: %s", tried).isNotNull();
            assertThat(events.get((int) position).id()).as("at its place").isEqualTo(event.id());
            position++;
        }
    }

    private void assertNotStored(Tried tried) {
        for (var event : tried.events()) {
            assertThat(byId.get(event.id())).as("not stored: %s", tried).isNull();
        }
    }

    /** The reason is true, and is about this caller's commit. */
    private void assertInTheWay(Tried tried, RuntimeException reason) {
        switch (reason) {
            case AppendRefused.StreamMoved _ ->
                    assertThat(events)
                            .anyMatch(
                                    event ->
                                            event.stream().equals(tried.stream())
                                                    && event.sequence()
                                                            == tried.events()
                                                                    .getFirst()
                                                                    .sequence());
            case AppendRefused.KeyUsed used ->
                    assertThat(documents)
                            .anyMatch(
                                    commit ->
                                            hasKey(commit, tried.once())
                                                    && CommitDocument.head(commit)
                                                            .isSameAs(used.first()));
            case AppendRefused.ClaimTaken taken ->
                    assertThat(documents)
                            .anyMatch(commit -> claims(commit).contains(taken.claim()));
            case ClaimHeld held ->
                    assertThat(documents)
                            .anyMatch(commit -> holds(commit, held.holder(), nameOf(tried)));
            default -> throw new AssertionError("Not a reason for " + tried, reason);
        }
    }

    private static boolean hasKey(BsonDocument commit, @Nullable OnceKey once) {
        return once != null && new BsonString(once.key()).equals(commit.get(CommitDocument.KEY));
    }

    private static boolean holds(BsonDocument commit, String holder, String name) {
        return CommitDocument.head(commit).streams().getFirst().id().equals(holder)
                && claims(commit).stream().anyMatch(claim -> claim.startsWith(name));
    }

    private static String nameOf(Tried tried) {
        var claim = tried.claims().getFirst();
        return claim.what() + ":" + claim.value() + ":";
    }

    private static List<String> claims(BsonDocument commit) {
        return commit.containsKey(CommitDocument.CLAIMS)
                ? commit.getArray(CommitDocument.CLAIMS).stream()
                        .map(claim -> claim.asString().getValue())
                        .toList()
                : List.of();
    }

    /**
     * Whoever read the log on the way saw its beginning, in order, and nothing else. It proves
     * nothing of a reader that saw nothing, so ask for what it saw by {@link
     * Follower#seenOnceThereAre}.
     */
    void assertBeginsWith(List<StoredEvent> seen) {
        assertThat(seen).hasSizeLessThanOrEqualTo(events.size());
        assertThat(seen).isEqualTo(events.subList(0, seen.size()));
    }

    int size() {
        return events.size();
    }
}
