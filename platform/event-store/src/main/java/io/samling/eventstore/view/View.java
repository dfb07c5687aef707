package io.samling.eventstore.view;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPosition;
import io.samling.eventstore.LogIdentity;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a processing group makes of the log: a bean for each. Its event handlers take
 * {@link Changes}; what a batch of events has changed is written at its end, before the group's
 * token is stored.
 */
public final class View {

    private final MongoDatabase database;
    private final LogIdentity log;
    private final String group;
    private final List<RowSort<?>> sorts;
    private final ViewState state;
    private final ViewCollections collections;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable Rows active;

    private View(MongoDatabase database, LogIdentity log, String group, List<RowSort<?>> sorts) {
        this.database = database;
        this.log = log;
        this.group = group;
        this.sorts = sorts;
        this.state = new ViewState(database, group, log.logId());
        this.collections = new ViewCollections(database, sorts);
    }

    /**
     * The view that a group makes.
     *
     * @param sorts of rows that it has, in the order in which those of a batch are written
     */
    public static View of(
            MongoDatabase database, LogIdentity log, String group, RowSort<?>... sorts) {
        var view = new View(database, log, group, List.of(sorts));
        view.state.prepare(view.collections::unused);
        view.prepare(view.active());
        return view;
    }

    /** The processing group that feeds it. */
    public String group() {
        return group;
    }

    /** The last position of the log that is in it. */
    public LogPosition reached() {
        return log.at(state.standing().at());
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
        return took(state.standing().active()).generation() == rows.generation();
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
        writing.lock();
        try {
            var rows = took(state.standing().active());
            var batch = RowBatch.of(rows, sorts, gathered);
            batch.write();
            if (batch.applied() >= 0) {
                state.reach(rows.generation(), batch.applied());
            }
            var stands = batch.stands();
            if (stands != null) {
                throw stands;
            }
        } finally {
            writing.unlock();
        }
    }

    /** Has it begin anew, empty. */
    public void beginAnew() {
        state.beginAnew();
        var rows = took(state.standing().active());
        prepare(rows);
        collections.dropAllBut(Set.of(rows.generation()));
    }

    private Rows active() {
        var known = active;
        return known == null ? took(state.standing().active()) : known;
    }

    private Rows took(int generation) {
        var known = active;
        if (known == null || known.generation() != generation) {
            known = new Rows(database, generation);
            active = known;
        }
        return known;
    }

    private void prepare(Rows rows) {
        for (var sort : sorts) {
            sort.indexes().forEach(index -> rows.collection(sort).createIndex(index));
        }
    }
}
