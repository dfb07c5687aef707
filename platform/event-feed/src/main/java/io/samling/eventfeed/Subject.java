package io.samling.eventfeed;

/**
 * Whose facts belong together: what has the same id in the same log, told by the same family.
 *
 * @param family such as {@code member}
 */
record Subject(String family, String logId, String id) {

    static Subject of(Family<?, ?, ?> family, KeptFact fact) {
        return new Subject(family.name(), fact.logId(), fact.subject());
    }

    /** As the collections have it. */
    String key() {
        return family + ":" + logId + ":" + id;
    }

    /** The key before those of all subjects of a family in a log. */
    static String beforeAll(String family, String logId) {
        return family + ":" + logId + ":";
    }

    /** The key after them, for a semicolon comes after a colon. */
    static String afterAll(String family, String logId) {
        return family + ":" + logId + ";";
    }
}
