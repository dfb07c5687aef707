package io.samling.localstack.mongodb;

import io.samling.localstack.mongodb.Answer.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cursors that clients have open. A client that asks again later gets the data of then. */
final class Cursors {

    private static final int FIRST_BATCH = 101;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_OPEN = 10_000;

    private final Map<Long, Open> open = new LinkedHashMap<>();
    private long lastId;

    private record Open(String namespace, Results results, @Nullable Projection projection) {}

    Page first(
            String namespace,
            Results results,
            @Nullable Projection projection,
            @Nullable Integer batchSize,
            boolean single) {
        var batch = batchSize == null ? FIRST_BATCH : batchSize;
        var page = page(++lastId, new Open(namespace, results, projection), batch, true);
        if (single) {
            open.remove(page.cursor());
            return new Page(namespace, 0, true, page.documents());
        }
        return page;
    }

    Page more(long id, int batchSize) {
        var cursor = open.remove(id);
        if (cursor == null) {
            throw Refused.cursorGone(id);
        }
        return page(id, cursor, batchSize == 0 ? Integer.MAX_VALUE : batchSize, false);
    }

    boolean kill(long id) {
        return open.remove(id) != null;
    }

    private Page page(long id, Open cursor, int most, boolean first) {
        var documents = new ArrayList<byte[]>();
        var size = 0L;
        var ended = false;
        while (documents.size() < most && size < MOST_BYTES && !ended) {
            var hit = cursor.results().next();
            ended = hit == null;
            if (hit != null) {
                var shown = shown(hit, cursor.projection());
                documents.add(shown);
                size += shown.length;
            }
        }
        cursor.results().pause();
        if (!ended) {
            keep(id, cursor);
        }
        return new Page(cursor.namespace(), ended ? 0 : id, first, documents);
    }

    private static byte[] shown(Results.Hit hit, @Nullable Projection projection) {
        return projection == null ? hit.bytes() : projection.of(hit.bytes());
    }

    /** Forgets the oldest where clients leave theirs open for ever. */
    private void keep(long id, Open cursor) {
        if (open.size() >= MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(id, cursor);
    }
}
