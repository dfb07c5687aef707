package io.samling.eventfeed;

import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import tools.jackson.databind.json.JsonMapper;

/** Derives a subject without a broker and a database, for tests of families. */
public final class Derivation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final DocumentCodec CODEC = new DocumentCodec();

    private Derivation() {}

    /** The rows of a subject, and nothing parked. */
    public static <V> List<Row<V>> rows(Family<?, V, ?> family, Collection<KeptFact> facts) {
        var derived = Deriving.derive(family, facts, null);
        if (derived.parked() != null) {
            throw new AssertionError("Parked: " + derived.parked().reason());
        }
        return derived.rows();
    }

    /** How many of the facts are parked. */
    public static int parked(Family<?, ?, ?> family, Collection<KeptFact> facts) {
        return Deriving.derive(family, facts, null).parkedFacts();
    }

    /** A value as it comes back from being stored. */
    public static <V> V stored(Family<?, V, ?> family, V value) {
        var document = new BsonDocument();
        var written = new Document(family.columns(value));
        try (var writer = new BsonDocumentWriter(document)) {
            CODEC.encode(writer, written, EncoderContext.builder().build());
        }
        try (var reader = new BsonDocumentReader(document)) {
            var read = CODEC.decode(reader, DecoderContext.builder().build());
            return family.value(new Columns(read));
        }
    }

    /** A fact of a family as it is kept. */
    public static KeptFact fact(
            Family<?, ?, ?> family, long position, String type, String subject, Object body) {
        return new KeptFact(
                family.service(),
                "0000abcd",
                position,
                0,
                family.topic(),
                type,
                subject,
                ToldLog.recorded(position),
                JSON.writeValueAsString(body));
    }
}
