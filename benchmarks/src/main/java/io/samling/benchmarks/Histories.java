package io.samling.benchmarks;

import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.NewEvent;
import io.samling.member.headcount.HeadcountsId;
import io.samling.member.membership.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Members of whom much is remembered: what readings leave in the log is put there at once. */
final class Histories {

    /** The day of the first reading; each next one is of the next day. */
    static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private static final int AT_ONCE = 200;

    private final InsideMember member;
    private final Joins joins = new Joins();

    Histories(InsideMember member) {
        this.member = member;
    }

    /** A member with so many readings, corrected in turn until there are so many events. */
    MemberId withEvents(int count, int readings) {
        var joined = joins.command();
        member.send(joined);
        goOn(joined.memberId(), 0, count, readings, AT_ONCE);
        return joined.memberId();
    }

    /** The same, each event remembered by itself, as commands leave them. */
    MemberId withSingleEvents(int count, int readings) {
        var joined = joins.command();
        member.send(joined);
        goOnSingly(joined.memberId(), 0, count, readings);
        return joined.memberId();
    }

    /** Corrects the readings of a member on, by single events, until there are so many. */
    void goOnSingly(MemberId of, int from, int count, int readings) {
        goOn(of, from, count, readings, 1);
    }

    private void goOn(MemberId of, int from, int count, int readings, int atOnce) {
        var events = new ArrayList<NewEvent>();
        for (var n = from; n < count; n++) {
            events.add(event(of, n, n % readings, n / readings));
            if (events.size() == atOnce || n == count - 1) {
                member.bean(EventLog.class).append(events, List.of(), null);
                events.clear();
            }
        }
    }

    private static NewEvent event(MemberId member, int n, int reading, int corrections) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                new HeadcountsId(member).toString(),
                n,
                "Headcounts",
                corrections == 0 ? "headcount.reported" : "headcount.corrected",
                null,
                Instant.EPOCH,
                null,
                payload(member, reading, corrections),
                "{}");
    }

    private static String payload(MemberId member, int reading, int corrections) {
        var subject =
                "{\"memberId\":\"%s\",\"readingId\":\"%s\",".formatted(member.text(), id(reading));
        return corrections == 0
                ? subject + "\"reading\":" + counted(reading, 0) + "}"
                : subject
                        + "\"before\":"
                        + counted(reading, corrections - 1)
                        + ",\"after\":"
                        + counted(reading, corrections)
                        + "}";
    }

    private static String counted(int reading, int corrections) {
        return """
               {"measure":"HEADCOUNT","scope":"SITE","asOf":"%s","value":%d,"source":"MEMBER"}\
               """
                .formatted(DAY.plusDays(reading), corrections);
    }

    /** The id of a reading, by its number. */
    static UUID id(int n) {
        return UUID.nameUUIDFromBytes(("reading " + n).getBytes(StandardCharsets.UTF_8));
    }
}
