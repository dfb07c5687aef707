package io.samling.member.recount;

import io.samling.member.headcount.HeadcountEvent.Counted;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One member, as far as it counts. */
final class CountedMember {

    private final Map<Integer, LocalDate> firstDays = new TreeMap<>();
    private final Map<Integer, LocalDate> lastDays = new TreeMap<>();
    private final Map<String, Counted> readings = new LinkedHashMap<>();

    void begin(int period, LocalDate firstDay) {
        firstDays.put(period, firstDay);
    }

    void end(int period, LocalDate lastDay) {
        lastDays.put(period, lastDay);
    }

    void annul(int period) {
        firstDays.remove(period);
        lastDays.remove(period);
    }

    /** What a reading says now becomes known last. */
    void read(String readingId, Counted reading) {
        readings.remove(readingId);
        readings.put(readingId, reading);
    }

    boolean isActive(LocalDate day) {
        for (var period : firstDays.entrySet()) {
            var lastDay = lastDays.getOrDefault(period.getKey(), LocalDate.MAX);
            if (!day.isBefore(period.getValue()) && !day.isAfter(lastDay)) {
                return true;
            }
        }
        return false;
    }

    /** The reading with the latest day until then; of two on one day, the one known later. */
    @Nullable Counted newest(LocalDate day, String measure, String scope) {
        Counted newest = null;
        for (var reading : readings.values()) {
            var fits = reading.measure().equals(measure) && reading.scope().equals(scope);
            if (fits
                    && !reading.asOf().isAfter(day)
                    && (newest == null || !reading.asOf().isBefore(newest.asOf()))) {
                newest = reading;
            }
        }
        return newest;
    }
}
