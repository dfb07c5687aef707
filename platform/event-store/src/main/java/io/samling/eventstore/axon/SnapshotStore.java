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
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/**
 * Keeps snapshots, which are disposable: {@code {stream, seq, kind, code, id, at, name, data,
 * meta}}, where {@code code} is the fingerprint of the code that made it.
 */
public final class SnapshotStore {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> snapshots;
    private final Fingerprints fingerprints;

    /** Snapshots in a service's database. */
    public SnapshotStore(MongoDatabase database, Fingerprints fingerprints) {
        this.snapshots = database.getCollection("snapshots");
        this.fingerprints = fingerprints;
        snapshots.createIndex(
                Indexes.ascending("stream", "seq", "code"), new IndexOptions().unique(true));
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        var document =
                new Document("stream", snapshot.getAggregateIdentifier())
                        .append("seq", snapshot.getSequenceNumber())
                        .append("code", fingerprints.of(payload.getType().getName()))
                        .append("kind", snapshot.getType())
                        .append("id", snapshot.getIdentifier())
                        .append("at", snapshot.getTimestamp().toString())
                        .append("name", payload.getType().getName())
                        .append("data", payload.getData())
                        .append(
                                "meta",
                                snapshot.serializeMetaData(serializer, String.class).getData());
        try {
            snapshots.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            } // the same snapshot is there already
        }
    }

    /** The newest that the code of today has made: none, or one. */
    Stream<DomainEventData<?>> newestOf(String stream) {
        for (var found : snapshots.find(eq("stream", stream)).sort(descending("seq"))) {
            if (fingerprints.of(found.getString("name")).equals(found.getString("code"))) {
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

    /** Forgets what is older than the newest. */
    void forgetBefore(String stream, long sequence) {
        snapshots.deleteMany(and(eq("stream", stream), lt("seq", sequence)));
    }
}
