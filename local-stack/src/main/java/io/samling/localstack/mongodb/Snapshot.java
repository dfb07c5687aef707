package io.samling.localstack.mongodb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes all data into one file while it goes on changing. Each piece is copied while the data
 * stands still for a moment; what changes in between is in the journal of the same generation, and
 * taking that in afterwards gives the data as it is.
 */
final class Snapshot {

    private static final int DOCUMENTS_AT_ONCE = 500;
    private static final int FRAME = 512 * 1024;

    private final Engine engine;
    private final Collections collections;
    private final DataFile file;
    private Changes frame = new Changes();

    private Snapshot(Engine engine, Collections collections, DataFile file) {
        this.engine = engine;
        this.collections = collections;
        this.file = file;
    }

    static void write(Engine engine, Collections collections, DataFile file) throws IOException {
        var snapshot = new Snapshot(engine, collections, file);
        var all = new ArrayList<StoredCollection>();
        engine.whileStill(() -> all.addAll(snapshot.describe()));
        for (var collection : all) {
            snapshot.copy(collection);
        }
        snapshot.flush(1);
        file.sync();
        // an empty frame says that everything before it has been on disk
        file.write(new byte[0]);
        file.sync();
    }

    private List<StoredCollection> describe() {
        var all = collections.all();
        for (var collection : all) {
            frame.createCollection(collection.namespace());
            for (var index : collection.indexes()) {
                if (!index.spec().equals(IndexSpec.BY_ID)) {
                    frame.createIndex(collection.namespace(), index.spec());
                }
            }
        }
        return all;
    }

    private void copy(StoredCollection collection) throws IOException {
        var piece = new ArrayList<byte[]>();
        var last = new long[] {-1};
        do {
            piece.clear();
            engine.whileStill(() -> last[0] = copyPiece(collection, last[0], piece));
            if (!piece.isEmpty()) {
                frame.putAll(collection.namespace(), piece);
                flush(FRAME);
            }
        } while (!piece.isEmpty());
    }

    private static long copyPiece(StoredCollection collection, long after, List<byte[]> piece) {
        var last = after;
        var size = 0;
        for (var stored : collection.documents().tailMap(after, false).values()) {
            if (piece.size() == DOCUMENTS_AT_ONCE || size >= FRAME || collection.dropped()) {
                break;
            }
            piece.add(stored.bytes());
            size += stored.bytes().length;
            last = stored.place();
        }
        return last;
    }

    private void flush(int from) throws IOException {
        if (frame.size() >= from) {
            file.write(frame.toBytes());
            frame = new Changes();
        }
    }
}
