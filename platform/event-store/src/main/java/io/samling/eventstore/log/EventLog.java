package io.samling.eventstore.log;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.LogIdentity;
import io.samling.kernel.Claiming.Claim;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service's log, open for writing and reading by one instance. */
public final class EventLog implements AutoCloseable {

    /** A claim may be lost to another stream that often before the commit is given up. */
    private static final int CLAIM_ATTEMPTS = 5;

    private final LogIdentity identity;
    private final LogReader reader;
    private final LogTail tail;
    private final LogAppender appender;
    private final ClaimBook claimBook;
    private final ServerClock serverClock;
    private final Duration patience;
    private final AppendOutcomes outcomes = new AppendOutcomes();

    private EventLog(
            LogIdentity identity,
            LogReader reader,
            LogTail tail,
            LogAppender appender,
            ServerClock serverClock,
            Duration patience) {
        this.identity = identity;
        this.reader = reader;
        this.tail = tail;
        this.appender = appender;
        this.claimBook = new ClaimBook(reader);
        this.serverClock = serverClock;
        this.patience = patience;
    }

    /**
     * Opens the log of a service, and makes it where there is none.
     *
     * @param database of that service alone
     * @param clock that times are raised to where a commit waited too long
     */
    public static EventLog open(
            String service, MongoDatabase database, Clock clock, LogOptions options) {
        var serverClock = ServerClock.of(database, clock, options.clockCheck());
        var log = LogCollection.in(database);
        LogCollection.createIndexes(log);
        var reader = new LogReader(log);
        var head = reader.head();
        var tail = new LogTail(reader, head);
        var limits = options.limits();
        var writer =
                new BatchWriter(
                        new CommitSender(log),
                        new CollisionJudge(reader),
                        new Turns(database),
                        clock,
                        limits.patience(),
                        head,
                        tail::stored);
        var appender = new LogAppender(limits, writer);
        var identity = new LogIdentity(service, LogIdentities.ofLogIn(database));
        tail.start();
        appender.start();
        serverClock.start();
        return new EventLog(identity, reader, tail, appender, serverClock, limits.patience());
    }

    /** Which log this is. */
    public LogIdentity identity() {
        return identity;
    }

    /**
     * Records events together, and returns the commit once it is safe.
     *
     * @param claims that they make, in order; a commit with claims is of one stream
     * @param once the idempotency key that they use up
     * @throws AppendRefused where the commit can never be stored
     * @throws ClaimHeld where another stream holds a value that is to be taken
     */
    public CommitHead append(List<NewEvent> events, List<Claim> claims, @Nullable OnceKey once) {
        return append(events, claims, once, CallersWait.begin());
    }

    /** Does the same for a caller that has waited already. */
    public CommitHead append(
            List<NewEvent> events, List<Claim> claims, @Nullable OnceKey once, CallersWait wait) {
        try {
            return outcomes.stored(appended(NewCommit.of(events, List.of(), once, wait), claims));
        } catch (RuntimeException e) {
            throw outcomes.failed(e);
        }
    }

    private CommitHead appended(NewCommit commit, List<Claim> claims) {
        serverClock.requireSane();
        if (claims.isEmpty()) {
            return tried(commit);
        }
        if (commit.streams().size() > 1) {
            throw new IllegalArgumentException("A commit with claims is of one stream");
        }
        return appendClaiming(commit, claims);
    }

    private CommitHead appendClaiming(NewCommit commit, List<Claim> claims) {
        var stream = commit.streams().getFirst().id();
        var entries = claimBook.likelyEntries(stream, claims);
        for (var attempt = 1; ; attempt++) {
            try {
                return tried(commit.claiming(entries));
            } catch (AppendRefused.ClaimTaken taken) {
                if (attempt == CLAIM_ATTEMPTS) {
                    throw taken;
                }
                entries = claimBook.entries(stream, claims);
            }
        }
    }

    private CommitHead tried(NewCommit commit) {
        if (commit.callersWait().isOver(patience)) {
            throw WaitLimit.overloaded();
        }
        return appender.append(commit);
    }

    /** Reads the log in the order of its positions. */
    public LogReader reader() {
        return reader;
    }

    /** Reads single streams. */
    public StreamReader streams() {
        return new StreamReader(reader);
    }

    /** Finds positions by time. */
    public Moments moments() {
        return new Moments(reader);
    }

    /** What follows the log for all readers of this instance. */
    public LogTail tail() {
        return tail;
    }

    /** How many commits wait to be written. */
    public int waiting() {
        return appender.waiting();
    }

    /** What became of the appends of this instance. */
    public AppendOutcomes outcomes() {
        return outcomes;
    }

    /** How far this machine's clock is ahead of the database server's, in milliseconds. */
    public long clockAhead() {
        return serverClock.ahead();
    }

    @Override
    public void close() {
        appender.close();
        tail.close();
        serverClock.close();
    }
}
