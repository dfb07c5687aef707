package io.samling.eventfeed;

import io.samling.contracts.ProgressMark;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads progress marks. */
final class MarkReader {

    private static final Logger LOG = LoggerFactory.getLogger(MarkReader.class);

    private final JsonMapper json;

    MarkReader(JsonMapper json) {
        this.json = json;
    }

    /** The mark; null for a record that is none, which is reported: the next one does instead. */
    @Nullable ProgressMark read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return json.readValue(record.value(), ProgressMark.class);
        } catch (JacksonException | IllegalArgumentException garbled) {
            LOG.error("No progress mark: {} offset {}", record.topic(), record.offset());
            return null;
        }
    }
}
