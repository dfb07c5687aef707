package io.samling.eventfeed;

import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Writes kept facts field by field: a map for each of a million costs as much as storing it. */
final class KeptRecordCodec implements Codec<KeptRecord> {

    @Override
    public Class<KeptRecord> getEncoderClass() {
        return KeptRecord.class;
    }

    @Override
    public void encode(BsonWriter writer, KeptRecord kept, EncoderContext context) {
        var fact = kept.fact();
        writer.writeStartDocument();
        writer.writeString("_id", fact.id());
        writer.writeString("key", kept.key());
        writer.writeString("service", fact.service());
        writer.writeString("log", fact.logId());
        writer.writeInt64("position", fact.position());
        writer.writeInt32("ordinal", fact.ordinal());
        writer.writeString("topic", fact.topic());
        writer.writeInt32("partition", kept.partition());
        writer.writeInt64("offset", kept.offset());
        writer.writeString("type", fact.type());
        writer.writeString("subject", fact.subject());
        writer.writeString("recorded", fact.recorded().toString());
        writer.writeString("body", fact.body());
        writer.writeEndDocument();
    }

    @Override
    public KeptRecord decode(BsonReader reader, DecoderContext context) {
        var found = new Found();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "key" -> found.key = reader.readString();
                case "service" -> found.service = reader.readString();
                case "log" -> found.log = reader.readString();
                case "position" -> found.position = reader.readInt64();
                case "ordinal" -> found.ordinal = reader.readInt32();
                case "topic" -> found.topic = reader.readString();
                case "partition" -> found.partition = reader.readInt32();
                case "offset" -> found.offset = reader.readInt64();
                case "type" -> found.type = reader.readString();
                case "subject" -> found.subject = reader.readString();
                case "recorded" -> found.recorded = reader.readString();
                case "body" -> found.body = reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return found.record();
    }

    /** The fields of a document, in whatever order they come. */
    private static final class Found {

        private String key = "";
        private String service = "";
        private String log = "";
        private long position;
        private int ordinal;
        private String topic = "";
        private int partition = -1;
        private long offset = -1;
        private String type = "";
        private String subject = "";
        private String recorded = "";
        private String body = "";

        private KeptRecord record() {
            var fact =
                    new KeptFact(
                            service,
                            log,
                            position,
                            ordinal,
                            topic,
                            type,
                            subject,
                            RecordedTime.parse(recorded),
                            body);
            return new KeptRecord(key, fact, partition, offset);
        }
    }
}
