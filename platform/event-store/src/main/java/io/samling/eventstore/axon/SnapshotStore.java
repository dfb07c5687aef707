package io.samling.eventstore.axon;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps snapshots, which are disposable, by the code that made them: {@code {stream, seq, kind,
 * code, id, at, name, data, meta, upto}}, where {@code code} is the fingerprint of the code that
 * made it, and {@code upto} a position of the log that covers all that it was made of.
 */
public final class SnapshotStore {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> snapshots;
    private final Fingerprints fingerprints;
    private final Set<String> notReadBack = ConcurrentHashMap.newKeySet();

    /** Snapshots in a service's database. */
    public SnapshotStore(MongoDatabase database, Fingerprints fingerprints) {
        this.snapshots = database.getCollection("snapshots");
        this.fingerprints = fingerprints;
        snapshots.createIndex(
                Indexes.ascending("stream", "seq", "code"), new IndexOptions().unique(true));
    }

    /** Deletes all snapshots, for the log that they were made of has another past now. */
    public void forgetAll() {
        snapshots.deleteMany(new Document());
    }

    /** Keeps a snapshot, if the state can be read back as it was. */
    void store(DomainEventMessage<?> snapshot, Serializer serializer, long upTo) {
        var state = snapshot.serializePayload(serializer, String.class);
        var kind = state.getType().getName();
        if (!readsBack(state, serializer)) {
            if (notReadBack.add(kind)) {
                LOG.warn("No snapshots are kept of {}: its state cannot be read back", kind);
            }
            return;
        }
        var metadata = snapshot.serializeMetaData(serializer, String.class).getData();
        var code = fingerprints.of(kind);
        var document =
                new Document("stream", snapshot.getAggregateIdentifier())
                        .append("seq", snapshot.getSequenceNumber())
                        .append("code", code)
                        .append("kind", snapshot.getType())
                        .append("id", snapshot.getIdentifier())
                        .append("at", snapshot.getTimestamp().toString())
                        .append("name", kind)
                        .append("data", state.getData())
                        .append("meta", metadata)
                        .append("upto", upTo);
        try {
            snapshots.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            } // the same snapshot is there already
        }
        forgetOlder(snapshot, code);
    }

    private static boolean readsBack(SerializedObject<String> state, Serializer serializer) {
        try {
            Object read = serializer.deserialize(state);
            return serializer.serialize(read, String.class).getData().equals(state.getData());
        } catch (SerializationException e) {
            LOG.debug("A state cannot be read back", e);
            return false;
        }
    }

    private void forgetOlder(DomainEventMessage<?> snapshot, String code) {
        snapshots.deleteMany(
                and(
                        eq("stream", snapshot.getAggregateIdentifier()),
                        eq("code", code),
                        lt("seq", snapshot.getSequenceNumber())));
    }

    /** The newest that the code of today has made: none, or one. */
    Stream<DomainEventData<?>> newestOf(String stream) {
        for (var found : snapshots.find(eq("stream", stream)).sort(descending("seq"))) {
            if (fingerprints.of(found.getString("name")).equals(found.getString("code"))) {
                if (CommandScope.CURRENT.isBound()) {
                    CommandScope.CURRENT.get().reliesOn(found.get("upto", -1L));
                }
                return Stream.of(data(found));
            }
        }
        return Stream.empty();
    }

    // a snapshot has no revision: the fingerprint stands for it
    @SuppressWarnings("NullAway")
    private static DomainEventData<?> data(Document found) {
        return new GenericDomainEventEntry<>(
                found.getString("kind"),
                found.getString("stream"),
                found.getLong("seq"),
                found.getString("id"),
                found.getString("at"),
                found.getString("name"),
                null,
                found.getString("data"),
                found.getString("meta"));
    }
}
