package io.samling.eventrelay;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.samling.contracts.Envelope;
import io.samling.eventrelay.RelayedLog.Recorded;
import io.samling.eventrelay.Translation.Fact;
import io.samling.eventstore.UnreadableEvent;
import io.samling.eventstore.UnreadableEventMet;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import tools.jackson.databind.json.JsonMapper;

/** Envelopes the facts of an event as the contract says: CloudEvents 1.0 in binary mode. */
final class FactRecords {

    /**
     * One event tells at most this many facts: the sequence is the position with the ordinal in its
     * last three digits, so it grows along every subject and needs no memory.
     */
    static final int MOST_FACTS = 1000;

    private final String service;
    private final String logId;
    private final Translation translation;
    private final JsonMapper json;

    FactRecords(String service, String logId, Translation translation, JsonMapper json) {
        this.service = service;
        this.logId = logId;
        this.translation = translation;
        this.json = json;
    }

    /** The records of an event in order; none where it tells nothing. */
    List<ProducerRecord<String, byte[]>> of(Recorded recorded) {
        var message = recorded.message();
        var facts = translation.factsOf(readable(recorded));
        if (facts.size() > MOST_FACTS) {
            throw new IllegalStateException("One event tells " + facts.size() + " facts");
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(facts.size());
        for (int ordinal = 0; ordinal < facts.size(); ordinal++) {
            var fact = facts.get(ordinal);
            records.add(record(fact, enveloped(fact, recorded, ordinal), message.getTimestamp()));
        }
        return records;
    }

    private static Object readable(Recorded recorded) {
        var unreadable = UnreadableEvent.in(recorded.message());
        if (unreadable != null) {
            throw new UnreadableEventMet(unreadable, recorded.position());
        }
        return recorded.message().getPayload();
    }

    private static ProducerRecord<String, byte[]> record(Fact fact, CloudEvent event, Instant at) {
        return KafkaMessageFactory.<String>createWriter(
                        fact.topic(), null, at.toEpochMilli(), fact.subject())
                .writeBinary(event);
    }

    private CloudEvent enveloped(Fact fact, Recorded recorded, int ordinal) {
        var message = recorded.message();
        var position = recorded.position();
        var sequence = Math.addExact(Math.multiplyExact(position, MOST_FACTS), ordinal);
        var event =
                CloudEventBuilder.v1()
                        .withId(Envelope.id(logId, position, ordinal))
                        .withSource(URI.create(Envelope.source(service, logId)))
                        .withType(fact.type())
                        .withSubject(fact.subject())
                        .withTime(message.getTimestamp().atOffset(ZoneOffset.UTC))
                        .withData("application/json", json.writeValueAsBytes(fact.body()))
                        .withExtension(Envelope.POSITION, Envelope.digits(position))
                        .withExtension(Envelope.SEQUENCE, Envelope.digits(sequence));
        addOrigin(event, message);
        return event.build();
    }

    private static void addOrigin(CloudEventBuilder event, EventMessage<?> message) {
        Origins.of(message).forEach(event::withExtension);
    }
}
