package io.samling.contracts;

/**
 * How a fact travels on Kafka: CloudEvents 1.0 in binary mode, JSON value, the subject's id as key
 * and recorded time as the record's timestamp. The names here are for keeps.
 */
public final class Envelope {

    /** Extension: the event's place in its log, 20 digits with leading zeros. */
    public static final String POSITION = "position";

    /** Extension: grows with every fact of a subject, may skip, sorts as text; 20 digits. */
    public static final String SEQUENCE = "sequence";

    /** Extension: what belongs together, such as the id of a request. */
    public static final String CORRELATION_ID = "correlationid";

    /** Extension: the id of the message that led to this fact. */
    public static final String CAUSATION_ID = "causationid";

    /** Extension: who did it, a random id. */
    public static final String ACTOR = "actor";

    private static final String ZEROS = "0".repeat(20);
    private static final String TYPE_PREFIX = "io.samling.";

    private Envelope() {}

    /** The {@code ce_id} of a fact: {@code <log id>-<position>-<ordinal>}. */
    public static String id(String logId, long position, int ordinal) {
        return logId + "-" + position + "-" + ordinal;
    }

    /** The {@code ce_source} of all facts of a log: {@code /samling/<service>/<log id>}. */
    public static String source(String service, String logId) {
        return "/samling/" + service + "/" + logId;
    }

    /**
     * The {@code ce_type} of a fact.
     *
     * @param family such as {@code member}
     * @param name such as {@code membership-began}
     */
    public static String type(String family, String name, int version) {
        return TYPE_PREFIX + family + "." + name + ".v" + version;
    }

    /** A number as the extensions {@link #POSITION} and {@link #SEQUENCE} carry it. */
    public static String digits(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("Positions and sequences are never below 0");
        }
        var digits = Long.toString(number);
        return ZEROS.substring(digits.length()) + digits;
    }
}
