package io.samling.eventrelay;

import io.samling.contracts.ProgressMark;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the relay begins after a start, decided from what Kafka says has been told and from what
 * was noted beside the log.
 *
 * @param after the position after which to go on
 * @param mark the newest mark, on which the next ones build
 * @param remark what is out of the ordinary; null where nothing is
 */
record StartingPoint(long after, ProgressMark mark, @Nullable String remark) {

    private static final String PUBLISHED = " and is published from its first event";
    private static final String NOT_WISHED =
            ", which is published from its first event by ./samling rebuild --service ";

    /**
     * Decides where to begin.
     *
     * @param head the last position in the log; -1 for an empty one
     * @param newest the newest mark on Kafka, whatever log it is of
     * @param noted up to where this log was told, as noted beside it
     * @param ends where the topics end, by partition
     * @param wished whether somebody wishes this log to be told from its first event
     * @throws RelayFault.Stands where Kafka knows of events that the log does not hold
     */
    static StartingPoint of(
            String service,
            String logId,
            long head,
            @Nullable ProgressMark newest,
            Map<String, List<Long>> ends,
            @Nullable Long noted,
            boolean wished) {
        if (newest == null) {
            var remark = noted == null || noted < 0 ? null : noMarkThough(noted);
            return new StartingPoint(-1, NextMark.ofNothing(service, logId), remark);
        }
        if (!newest.logId().equals(logId)) {
            // whoever wished it before has left the note that nothing is told yet
            if (!wished && (noted == null || noted != -1)) {
                throw new RelayFault.Stands(anotherPast(newest, logId) + NOT_WISHED + service);
            }
            var mark = NextMark.ofNothing(service, logId, NextMark.within(ends, newest));
            return new StartingPoint(-1, mark, anotherPast(newest, logId) + PUBLISHED);
        }
        if (newest.position() > head) {
            throw new RelayFault.Stands(moreToldThanRemembered(newest, head));
        }
        var possible = NextMark.within(ends, newest);
        if (!possible.equals(newest)) {
            return new StartingPoint(-1, possible, factsAreLost(newest));
        }
        if (noted == null || noted == newest.position()) {
            return new StartingPoint(newest.position(), newest, null);
        }
        // a note behind the mark is a rewind under way, or a crash between the two
        var remark = noted > newest.position() ? markBehind(newest, noted) : null;
        return new StartingPoint(Math.min(noted, newest.position()), newest, remark);
    }

    private static String noMarkThough(long noted) {
        return "Kafka holds no progress mark, though all up to position %d had been told: everything is published again"
                .formatted(noted);
    }

    private static String anotherPast(ProgressMark newest, String logId) {
        return "Kafka holds facts of log %s up to position %d; this log is %s"
                .formatted(newest.logId(), newest.position(), logId);
    }

    private static String markBehind(ProgressMark newest, long noted) {
        return "The newest progress mark is at position %d, though all up to %d had been told: published again from %d"
                .formatted(newest.position(), noted, newest.position() + 1);
    }

    private static String factsAreLost(ProgressMark newest) {
        return "Topics end before the facts that the newest progress mark, at position %d, tells of: everything is published again"
                .formatted(newest.position());
    }

    private static String moreToldThanRemembered(ProgressMark newest, long head) {
        return "Kafka has been told up to position %d of log %s, which ends at %d: events are missing from the log, or this is another database"
                .formatted(newest.position(), newest.logId(), head);
    }
}
