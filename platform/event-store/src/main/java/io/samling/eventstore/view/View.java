package io.samling.eventstore.view;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPosition;
import io.samling.eventstore.LogIdentity;
import io.samling.rebuild.Rebuild;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a processing group makes of the log: a bean for each. Its event handlers take
 * {@link Changes}; what a batch of events has changed is written at its end, before the group's
 * token is stored.
 */
public final class View implements AutoCloseable {

    private final Clock clock;
    private final String group;
    private final ViewParts parts;
    private volatile @Nullable Rows active;
    private @Nullable ViewRebuilding rebuilding;

    private View(Clock clock, String group, ViewParts parts) {
        this.clock = clock;
        this.group = group;
        this.parts = parts;
    }

    /**
     * The view that a group makes.
     *
     * @param sorts of rows that it has, in the order in which those of a batch are written
     */
    public static View of(
            MongoDatabase database, LogIdentity log, String group, RowSort<?>... sorts) {
        // signs of life go by real time, also while a story is told
        return of(Clock.systemUTC(), database, log, group, sorts);
    }

    static View of(
            Clock clock,
            MongoDatabase database,
            LogIdentity log,
            String group,
            RowSort<?>... sorts) {
        var view = new View(clock, group, ViewParts.of(database, log, group, List.of(sorts)));
        view.parts.state().prepare();
        view.parts.generations().removeLeft(view.clock.instant());
        view.active().prepare(view.parts.sorts());
        return view;
    }

    /** The processing group that feeds it. */
    public String group() {
        return group;
    }

    /** The last position of the log that is in it. */
    public LogPosition reached() {
        return parts.log().at(parts.state().standing().at());
    }

    /**
     * Asks the rows, which are those of one moment's generation: where another has taken over when
     * the answer is there, it is asked again.
     */
    public <A extends @Nullable Object> A ask(Function<Rows, A> question) {
        var rows = active();
        while (true) {
            try {
                var answer = question.apply(rows);
                if (isActive(rows)) {
                    return answer;
                }
            } catch (MongoException perhapsDropped) {
                if (isActive(rows)) {
                    throw perhapsDropped;
                }
            }
            rows = active();
        }
    }

    private boolean isActive(Rows rows) {
        return took(parts.state().standing().active()).generation() == rows.generation();
    }

    /**
     * Writes what a batch of events changes.
     *
     * @throws EventNotShown where one of them cannot be shown; those before it are then written
     */
    public void write(Changes changes) {
        var gathered = changes.gathered();
        if (gathered.isEmpty()) {
            return;
        }
        parts.writing().lock();
        try {
            var rows = took(parts.state().standing().active());
            var batch = RowBatch.of(rows, parts.sorts(), gathered);
            batch.write();
            if (batch.applied() >= 0) {
                parts.state().reach(rows.generation(), batch.applied());
            }
            var stands = batch.stands();
            if (stands != null) {
                throw stands;
            }
        } finally {
            parts.writing().unlock();
        }
    }

    /** Has it begin anew, empty. */
    public void beginAnew() {
        parts.state().beginAnew();
        took(parts.state().standing().active()).prepare(parts.sorts());
    }

    /**
     * Begins to make it again beside itself; it takes over when it is done.
     *
     * @throws io.samling.rebuild.RebuildRefused where that is being done already
     * @throws ViewOfAnotherLog where there is nothing that it could be compared with
     */
    public synchronized Rebuild rebuild(ViewSource source) {
        if (!parts.state().standing().ofThisLog()) {
            throw new ViewOfAnotherLog(group, parts.log());
        }
        var begun = ViewRebuilding.begin(parts, source, clock);
        rebuilding = begun;
        return begun.now();
    }

    /** How a rebuild went or goes. */
    public Rebuild rebuild(int id) {
        return parts.rebuilds().get(id, clock.instant());
    }

    /** All rebuilds, the newest first. */
    public List<Rebuild> rebuilds() {
        return parts.rebuilds().all(clock.instant());
    }

    /** The rebuild that this instance does; null where it does none. */
    public synchronized @Nullable Rebuild rebuilding() {
        var now = rebuilding == null ? null : rebuilding.now();
        return now == null || now.isOver() ? null : now;
    }

    private Rows active() {
        var known = active;
        return known == null ? took(parts.state().standing().active()) : known;
    }

    private Rows took(int generation) {
        var known = active;
        if (known == null || known.generation() != generation) {
            known = parts.rows(generation);
            active = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (rebuilding != null) {
            rebuilding.close();
        }
    }
}
