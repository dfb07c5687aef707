package io.samling.eventstore.view;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.LogIdentity;
import io.samling.rebuild.Generations;
import io.samling.rebuild.Rebuilds;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a view consists of, for those who fill it.
 *
 * @param writing held while the view is written
 */
record ViewParts(
        MongoDatabase database,
        LogIdentity log,
        List<RowSort<?>> sorts,
        Generations generations,
        ViewState state,
        Rebuilds rebuilds,
        ReentrantLock writing) {

    static ViewParts of(
            MongoDatabase database, LogIdentity log, String group, List<RowSort<?>> sorts) {
        var names = sorts.stream().map(RowSort::name).toList();
        var generations = new Generations(database, group, names);
        return new ViewParts(
                database,
                log,
                sorts,
                generations,
                new ViewState(generations, log.logId()),
                new Rebuilds(database, "rebuilds_" + group, generations),
                new ReentrantLock());
    }

    Rows rows(int generation) {
        return new Rows(database, generation);
    }
}
