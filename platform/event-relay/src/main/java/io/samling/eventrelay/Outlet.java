package io.samling.eventrelay;

import io.samling.contracts.ProgressMark;
import io.samling.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Puts batches on Kafka, facts and progress mark together: visible whole or not at all. */
final class Outlet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final JsonMapper json;

    /** Takes over from whoever sent for the same log before, whose open batch is undone. */
    Outlet(Producer<String, byte[]> producer, JsonMapper json) {
        this.producer = producer;
        this.json = json;
        try {
            producer.initTransactions();
        } catch (RuntimeException notReady) {
            producer.close(CLOSING);
            throw notReady;
        }
    }

    /**
     * Sends a batch and waits until it is visible.
     *
     * @param markAfter the progress mark, from where the facts were put
     * @return the mark that was published
     * @throws RelayFault.Obstacle where Kafka refuses a record for what it is
     */
    ProgressMark tell(
            List<Outgoing> facts, Function<List<RecordMetadata>, ProgressMark> markAfter) {
        producer.beginTransaction();
        try {
            var mark = markAfter.apply(acknowledged(facts));
            var put = producer.send(recordOf(mark));
            producer.commitTransaction();
            LOG.trace("Told up to position {}: {}", mark.position(), put.state());
            return mark;
        } catch (RuntimeException fault) {
            undo();
            throw fault;
        }
    }

    private List<RecordMetadata> acknowledged(List<Outgoing> facts) {
        var sent = sent(facts);
        producer.flush();
        for (var result : sent) {
            if (result.state() == Future.State.FAILED) {
                throw faultOf(result.exceptionNow(), facts);
            }
        }
        return sent.stream().map(Future::resultNow).toList();
    }

    private List<Future<RecordMetadata>> sent(List<Outgoing> facts) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(facts.size());
        for (var fact : facts) {
            var result = sent(fact, facts);
            if (result.state() == Future.State.FAILED) {
                // refused before it was sent, so this very record is to blame
                throw faultOf(result.exceptionNow(), List.of(fact));
            }
            sent.add(result);
        }
        return sent;
    }

    private Future<RecordMetadata> sent(Outgoing fact, List<Outgoing> facts) {
        try {
            return producer.send(fact.record());
        } catch (KafkaException earlierOneFailed) {
            throw faultOf(earlierOneFailed, facts);
        }
    }

    /**
     * A record that fails takes others with it, so a refused one is known only where it is alone.
     */
    private static RuntimeException faultOf(Throwable fault, List<Outgoing> among) {
        if (!Reasons.refused(fault)) {
            return fault instanceof KafkaException known ? known : new KafkaException(fault);
        }
        var first = among.getFirst().position();
        var last = among.getLast().position();
        return first == last
                ? new RelayFault.Obstacle(first, fault)
                : new RelayFault.Unclear(first, last, fault);
    }

    private ProducerRecord<String, byte[]> recordOf(ProgressMark mark) {
        return new ProducerRecord<>(
                Topics.progressOf(mark.service()), 0, mark.service(), json.writeValueAsBytes(mark));
    }

    private void undo() {
        try {
            producer.abortTransaction();
        } catch (RuntimeException fenced) {
            // then the broker undoes it, at the latest when the next producer takes over
            LOG.debug("The batch could not be undone at once", fenced);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }

    /** A fact on its way, with the position of the event that tells it. */
    record Outgoing(long position, ProducerRecord<String, byte[]> record) {}
}
