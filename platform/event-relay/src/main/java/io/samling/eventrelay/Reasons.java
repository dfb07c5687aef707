package io.samling.eventrelay;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Reads from an exception what it means for the relay. */
final class Reasons {

    private Reasons() {}

    /** What went wrong, by its kind and its sentence. */
    static String of(Throwable fault) {
        var root = unwrapped(fault);
        // the whole answer would follow
        var sentence =
                root instanceof MongoCommandException refused
                        ? refused.getErrorMessage()
                        : root.getMessage();
        var kind = root.getClass().getSimpleName();
        return sentence == null ? kind : kind + ": " + sentence;
    }

    /** Whether it passes by itself: the broker or the database is away. */
    static boolean passes(Throwable fault) {
        return caused(fault, RetriableException.class) || caused(fault, MongoException.class);
    }

    /** Whether another producer has taken over. */
    static boolean fenced(Throwable fault) {
        return caused(fault, ProducerFencedException.class)
                || caused(fault, InvalidProducerEpochException.class);
    }

    /** Whether Kafka refuses a record for what it is. */
    static boolean refused(Throwable fault) {
        return caused(fault, RecordTooLargeException.class)
                || caused(fault, RecordBatchTooLargeException.class)
                || caused(fault, InvalidRecordException.class)
                || caused(fault, InvalidTimestampException.class);
    }

    private static Throwable unwrapped(Throwable fault) {
        var cause = fault.getCause();
        var onlyWraps =
                fault instanceof ExecutionException
                        || fault instanceof CompletionException
                        || fault.getClass() == KafkaException.class;
        return onlyWraps && cause != null ? unwrapped(cause) : fault;
    }

    private static boolean caused(Throwable fault, Class<? extends Throwable> kind) {
        @Nullable Throwable at = fault;
        while (at != null) {
            if (kind.isInstance(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
