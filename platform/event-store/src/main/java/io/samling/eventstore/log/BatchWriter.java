package io.samling.eventstore.log;

import com.mongodb.MongoException;
import io.samling.eventstore.log.CollisionJudge.Verdict;
import io.samling.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch until it is known of each of its commits what became of it. The place of a
 * commit is computed only from what is proven: what was acknowledged to this writer or is held by a
 * majority. While an outcome is open, the same documents are sent again to the same places.
 */
final class BatchWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private final CommitSender sender;
    private final CollisionJudge judge;
    private final Turns turns;
    private final Clock clock;
    private final Duration patience;
    private final Consumer<List<PlacedCommit>> onStored;
    private final Pace pace = new Pace();
    private volatile boolean givenUp;
    private CommitHead head;

    BatchWriter(
            CommitSender sender,
            CollisionJudge judge,
            Turns turns,
            Clock clock,
            Duration patience,
            CommitHead head,
            Consumer<List<PlacedCommit>> onStored) {
        this.sender = sender;
        this.judge = judge;
        this.turns = turns;
        this.clock = clock;
        this.patience = patience;
        this.head = head;
        this.onStored = onStored;
    }

    /** Ends as soon as it can; what is open then stays unknown. */
    void giveUp() {
        givenUp = true;
    }

    void write(List<PendingCommit> batch) {
        var open = place(batch);
        while (!open.isEmpty()) {
            if (givenUp) {
                open.forEach(placed -> placed.pending().refused(Unavailable.outcomeUnknown(null)));
                return;
            }
            open = sendOnce(open);
        }
        pace.afterBatch(turns.ofAnother());
    }

    private List<PlacedCommit> place(List<PendingCommit> batch) {
        var placed = new ArrayList<PlacedCommit>(batch.size());
        var before = head;
        for (var pending : batch) {
            var floor = pending.waitsLongerThan(patience) ? clock.millis() : 0;
            var next = PlacedCommit.after(before, pending, floor);
            placed.add(next);
            before = next.head();
        }
        return placed;
    }

    /** Sends what is open and returns what still is, with the places it is to be sent to. */
    private List<PlacedCommit> sendOnce(List<PlacedCommit> open) {
        pace.beforeSending();
        return switch (sender.send(open)) {
            case Sent.Stored _ -> {
                pace.afterAnswer();
                stored(open);
                yield List.of();
            }
            case Sent.RefusedAt refused -> {
                pace.afterAnswer();
                stored(open.subList(0, refused.index()));
                yield afterRefusal(open.subList(refused.index(), open.size()), refused);
            }
            case Sent.Unknown unknown -> {
                LOG.warn(
                        "The outcome of {} commits from position {} on is open: {}",
                        open.size(),
                        open.getFirst().head().position(),
                        String.valueOf(unknown.cause().getMessage()));
                pace.pauseLonger();
                yield open;
            }
        };
    }

    /** The first of those open was refused; the others were not tried. */
    private List<PlacedCommit> afterRefusal(List<PlacedCommit> open, Sent.RefusedAt refused) {
        if (!refused.isDuplicate()) {
            var reason = new AppendRefused.NotStorable(refused.code(), refused.message());
            return withoutFirst(open, reason);
        }
        if (pace.needsTurns()) {
            turns.ask(pace.turn()); // before the look at the log, which ages while we ask
        }
        return switch (judgeFirst(open)) {
            case Verdict.StoredAlready found -> {
                stored(List.of(open.getFirst()));
                requireSame(open.getFirst(), found.head());
                yield open.subList(1, open.size());
            }
            case Verdict.PlaceTaken taken -> {
                pace.metAnotherWriter();
                head = taken.newest().next() > head.next() ? taken.newest() : head;
                yield place(pendingOf(open));
            }
            case Verdict.NeverStored never -> withoutFirst(open, never.reason());
            case Verdict.NotKnownYet _ -> {
                pace.pauseLonger();
                yield open;
            }
        };
    }

    private Verdict judgeFirst(List<PlacedCommit> open) {
        try {
            return judge.judge(open.getFirst());
        } catch (MongoException e) {
            return new Verdict.NotKnownYet();
        }
    }

    private List<PlacedCommit> withoutFirst(List<PlacedCommit> open, AppendRefused reason) {
        open.getFirst().pending().refused(reason);
        return place(pendingOf(open.subList(1, open.size())));
    }

    private static List<PendingCommit> pendingOf(List<PlacedCommit> open) {
        return open.stream().map(PlacedCommit::pending).toList();
    }

    private void stored(List<PlacedCommit> done) {
        if (done.isEmpty()) {
            return;
        }
        pace.wentWell();
        head = done.getLast().head();
        done.forEach(placed -> placed.pending().stored(placed.head()));
        onStored.accept(List.copyOf(done));
    }

    private static void requireSame(PlacedCommit placed, CommitHead found) {
        if (!found.isSameAs(placed.head())) {
            throw new LogBroken(
                    "The commit "
                            + found.id()
                            + " lies at "
                            + found.position()
                            + " otherwise than sent");
        }
    }
}
