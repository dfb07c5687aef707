package io.samling.member.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An unbroken stretch of membership; both its days belong to it. */
record Period(int number, LocalDate firstDay, @Nullable Ending ending) {

    /** How it ended; {@code into} is the absorbing member, where it ended by a merger. */
    record Ending(LocalDate lastDay, String reason, @Nullable String into) {}

    static Period from(int number, LocalDate firstDay) {
        return new Period(number, firstDay, null);
    }

    Period until(LocalDate lastDay, String reason, @Nullable String into) {
        return new Period(number, firstDay, new Ending(lastDay, reason, into));
    }

    @Nullable LocalDate lastDay() {
        return ending == null ? null : ending.lastDay();
    }

    boolean isOpen() {
        return ending == null;
    }

    boolean covers(LocalDate day) {
        return ending == null || !ending.lastDay().isBefore(day);
    }
}
