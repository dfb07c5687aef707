package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index in order of its keys. An entry's key is the values' bytes and the document's place. */
final class OrderedIndex {

    private final IndexSpec spec;
    private final NavigableMap<byte[], StoredDocument> entries =
            new TreeMap<>(Arrays::compareUnsigned);
    private final int[] arrays;

    OrderedIndex(IndexSpec spec) {
        this.spec = spec;
        this.arrays = new int[spec.parts().size()];
    }

    IndexSpec spec() {
        return spec;
    }

    /** How many arrays any document so far had on the way to this part of the key. */
    int arrays(int part) {
        return arrays[part];
    }

    boolean multikey() {
        return Arrays.stream(arrays).anyMatch(count -> count > 0);
    }

    int size() {
        return entries.size();
    }

    /** The key that another document already holds, where the index is unique; else null. */
    byte @Nullable [] conflict(IndexEntries wanted, @Nullable StoredDocument self) {
        if (!spec.unique()) {
            return null;
        }
        for (var key : wanted.keys()) {
            var holder = first(key);
            if (holder != null && holder != self) {
                return key;
            }
        }
        return null;
    }

    void add(IndexEntries wanted, StoredDocument document) {
        for (var key : wanted.keys()) {
            entries.put(entry(key, document), document);
        }
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = Math.max(arrays[i], wanted.arrays(i));
        }
    }

    void remove(IndexEntries held, StoredDocument document) {
        for (var key : held.keys()) {
            entries.remove(entry(key, document));
        }
    }

    void move(IndexEntries held, IndexEntries wanted, StoredDocument document) {
        if (!held.sameKeysAs(wanted)) {
            remove(held, document);
            add(wanted, document);
        }
    }

    void addKey(byte[] key, StoredDocument document) {
        entries.put(entry(key, document), document);
    }

    void removeKey(byte[] key, StoredDocument document) {
        entries.remove(entry(key, document));
    }

    IndexEntries entriesOf(Document document) {
        return IndexEntries.of(spec, document);
    }

    /** The first document under exactly these values. */
    @Nullable StoredDocument first(byte[] key) {
        var entry = entries.ceilingEntry(key);
        return entry != null && startsWith(entry.getKey(), key) ? entry.getValue() : null;
    }

    /** Walks the entries between two places, from the first or from the last. */
    Iterator<Map.Entry<byte[], StoredDocument>> walk(byte[] from, byte[] to, boolean forwards) {
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return Collections.emptyIterator();
        }
        var range = entries.subMap(from, true, to, false);
        return (forwards ? range : range.descendingMap()).entrySet().iterator();
    }

    private static byte[] entry(byte[] key, StoredDocument document) {
        return new KeyWriter().raw(key).number(document.place()).toBytes();
    }

    private static boolean startsWith(byte[] whole, byte[] start) {
        return whole.length >= start.length
                && Arrays.equals(whole, 0, start.length, start, 0, start.length);
    }
}
