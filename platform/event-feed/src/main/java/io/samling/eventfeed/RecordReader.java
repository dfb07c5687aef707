package io.samling.eventfeed;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the envelope of a record: CloudEvents in binary mode, as the contract says. */
final class RecordReader {

    private static final Pattern ID = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})-(\\d{1,9})");
    private static final Pattern SOURCE =
            Pattern.compile("/samling/([a-z][a-z0-9-]*)/([0-9a-f]{8})");

    private RecordReader() {}

    static KeptFact read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        var headers = record.headers();
        var id = ID.matcher(header(headers, "ce_id"));
        var source = SOURCE.matcher(header(headers, "ce_source"));
        if (!id.matches() || !source.matches() || !id.group(1).equals(source.group(2))) {
            throw new UnreadableRecord("ce_id and ce_source do not name a place in a log");
        }
        return new KeptFact(
                source.group(1),
                id.group(1),
                Long.parseLong(id.group(2)),
                Integer.parseInt(id.group(3)),
                record.topic(),
                header(headers, "ce_type"),
                header(headers, "ce_subject"),
                recorded(header(headers, "ce_time")),
                body(record.value()));
    }

    /** The subject that a record is about, as far as can be told of one that is no fact. */
    static String subjectOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String body(byte @Nullable [] value) throws UnreadableRecord {
        if (value == null) {
            throw new UnreadableRecord("the record has no value");
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private static Instant recorded(String time) throws UnreadableRecord {
        try {
            return RecordedTime.parse(time);
        } catch (DateTimeException notATime) {
            throw new UnreadableRecord("ce_time is no time");
        }
    }

    private static String header(Headers headers, String name) throws UnreadableRecord {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableRecord("the header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
