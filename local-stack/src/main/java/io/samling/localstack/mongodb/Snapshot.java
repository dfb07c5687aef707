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
    private final List<Part> parts = new ArrayList<>();
    private Changes frame = new Changes();

    /** What is copied of a collection: what comes later is in the journal as a whole. */
    private record Part(StoredCollection collection, long upTo) {}

    Snapshot(Engine engine, Collections collections) {
        this.engine = engine;
        this.collections = collections;
    }

    /** Notes what there is, while it stands still, and returns how many bytes that is. */
    long begin() {
        for (var collection : collections.all()) {
            collection.describe(frame);
            parts.add(new Part(collection, collection.nextPlace()));
        }
        return collections.size();
    }

    void write(DataFile file) throws IOException {
        for (var part : parts) {
            copy(part, file);
        }
        flush(1, file);
        file.sync();
        // an empty frame says that everything before it has been on disk
        file.write(new byte[0]);
        file.sync();
    }

    private void copy(Part part, DataFile file) throws IOException {
        var piece = new ArrayList<byte[]>();
        var last = new long[] {-1};
        do {
            piece.clear();
            engine.whileStill(() -> last[0] = copyPiece(part, last[0], piece));
            if (!piece.isEmpty()) {
                frame.putAll(part.collection().namespace(), piece);
                flush(FRAME, file);
            }
        } while (!piece.isEmpty());
    }

    private static long copyPiece(Part part, long after, List<byte[]> piece) {
        var collection = part.collection();
        var last = after;
        var size = 0;
        var left = collection.documents().subMap(after, false, part.upTo(), false);
        for (var stored : left.values()) {
            if (piece.size() == DOCUMENTS_AT_ONCE || size >= FRAME || collection.dropped()) {
                break;
            }
            piece.add(stored.bytes());
            size += stored.bytes().length;
            last = stored.place();
        }
        return last;
    }

    private void flush(int from, DataFile file) throws IOException {
        if (frame.size() >= from) {
            file.write(frame.toBytes());
            frame = new Changes();
        }
    }
}
