package io.samling.eventstore.axon;

import io.samling.eventstore.log.CallersWait;
import io.samling.eventstore.log.CommitHead;
import io.samling.eventstore.log.OnceKey;
import org.jspecify.annotations.Nullable;

/**
 * What one command asks of the log besides its events, and what came of it. Bound while the command
 * is handled; the thread that dispatches a command also handles it.
 */
public final class CommandScope {

    /** The command that is being handled. */
    public static final ScopedValue<CommandScope> CURRENT = ScopedValue.newInstance();

    private final @Nullable OnceKey once;
    private final @Nullable Long expectedVersion;
    private final boolean guesses;
    private final CallersWait callersWait;
    private boolean guessed;
    private @Nullable String stream;
    private long loadedVersion = -1;
    private long loadedPosition = -1;
    private @Nullable CommitHead stored;

    /**
     * What a command asks: a key to use up, and a version that its stream must have.
     *
     * @param guesses that nobody has begun its stream, where it names no version
     * @param callersWait for what comes of it, since it was decided for the first time
     */
    public CommandScope(
            @Nullable OnceKey once,
            @Nullable Long expectedVersion,
            boolean guesses,
            CallersWait callersWait) {
        this.once = once;
        this.expectedVersion = expectedVersion;
        this.guesses = guesses && expectedVersion == null;
        this.callersWait = callersWait;
    }

    @Nullable OnceKey once() {
        return once;
    }

    /** Of whoever sent the command. */
    public CallersWait callersWait() {
        return callersWait;
    }

    /**
     * Notes what a command's decision relies on; the first stream that is loaded is its own.
     *
     * @param version the sequence number of the last event, -1 for none
     */
    void loaded(String id, long version) {
        if (stream == null) {
            stream = id;
            loadedVersion = version;
            requireVersion(version);
        }
    }

    /** Notes the position of an event that was loaded. */
    void reliesOn(long position) {
        loadedPosition = Math.max(loadedPosition, position);
    }

    /**
     * Whether the command's own stream is to be taken for one that nobody has begun, without
     * looking. What the command then stores proves it, for the log has room for one first event
     * only; any other outcome proves nothing.
     */
    boolean takesForNew(String id) {
        if (!guesses || stream != null) {
            return false;
        }
        loaded(id, -1);
        guessed = true;
        return true;
    }

    /** Whether the outcome stands on a guess. */
    public boolean hasGuessed() {
        return guessed;
    }

    /** A command that creates what it is about loads nothing. */
    void beforeAppend() {
        if (stored != null) {
            throw new IllegalStateException("A command records its events in one commit");
        }
        if (stream == null) {
            requireVersion(-1);
        }
    }

    private void requireVersion(long version) {
        if (expectedVersion != null && expectedVersion != version) {
            throw new Superseded(expectedVersion, version);
        }
    }

    void stored(CommitHead commit) {
        stored = commit;
    }

    /** The commit that was stored; null where nothing was to be recorded. */
    public @Nullable CommitHead stored() {
        return stored;
    }

    /** The version that was loaded, -1 for none. */
    public long loadedVersion() {
        return loadedVersion;
    }

    /** The position of the newest event that was loaded; -1 where that is not known. */
    public long loadedPosition() {
        return loadedPosition;
    }

    /** The stream that the command is about, where it loaded one. */
    public @Nullable String stream() {
        return stream;
    }
}
