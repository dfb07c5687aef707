package io.samling.reporting.members;

import io.samling.eventfeed.Row;
import io.samling.eventfeed.Span;
import io.samling.eventfeed.SubjectRows;
import io.samling.reporting.members.MemberRow.Membership;
import io.samling.reporting.members.MemberRow.Reading;
import io.samling.reporting.rows.FirstAfter;
import io.samling.reporting.rows.Subjects;
import io.samling.reporting.rows.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All members and their readings, on every day, as known at every position. */
public final class MemberRows implements SubjectRows<MemberRow> {

    private final Subjects subjects = new Subjects();
    private final MembershipTable memberships = new MembershipTable();
    private final ReadingTable readings = new ReadingTable();

    @Override
    public void replace(String subject, List<Row<MemberRow>> rows) {
        List<Row<Membership>> periods = new ArrayList<>();
        List<Row<Reading>> read = new ArrayList<>();
        for (var row : rows) {
            switch (row.span().value()) {
                case Membership membership -> periods.add(with(row, membership));
                case Reading reading -> read.add(with(row, reading));
            }
        }
        int number = subjects.number(subject);
        memberships.replace(number, periods);
        readings.replace(number, read);
    }

    @Override
    public boolean knows(String subject) {
        return subjects.find(subject) != Subjects.NONE;
    }

    @Override
    public int size() {
        return memberships.size() + readings.size();
    }

    /** How many are members on a day. */
    int members(int day, long known) {
        return active(day, known).cardinality();
    }

    /** The first so many members on a day, by their ids. */
    List<Member> members(int day, long known, @Nullable String after, int size) {
        var page = new FirstAfter(after, size);
        var seen = new BitSet();
        for (int place = 0; place < memberships.places(); place++) {
            int subject = memberships.subject(place);
            if (memberships.counts(place, day, known) && !seen.get(subject)) {
                seen.set(subject);
                page.offer(subjects.id(subject), place);
            }
        }
        return page.places().stream().map(this::member).toList();
    }

    /** What the members on a day have read of one measure and scope, added up. */
    Employees employees(int day, long known, String measure, String scope) {
        var active = active(day, known);
        int members = active.cardinality();
        int kind = readings.kindOf(measure, scope);
        long sum = 0;
        int reported = 0;
        for (int place = 0; place < readings.places(); place++) {
            if (readings.kindAt(place) == kind
                    && readings.counts(place, day, known)
                    && active.get(readings.subject(place))) {
                sum = Math.addExact(sum, readings.valueAt(place));
                reported++;
            }
        }
        return new Employees(sum, members, members - reported);
    }

    /** The first so many readings behind {@link #employees}, by their members' ids. */
    List<Workplace> workplaces(
            int day, long known, String measure, String scope, @Nullable String after, int size) {
        var active = active(day, known);
        int kind = readings.kindOf(measure, scope);
        var page = new FirstAfter(after, size);
        for (int place = 0; place < readings.places(); place++) {
            int subject = readings.subject(place);
            if (readings.kindAt(place) == kind
                    && readings.counts(place, day, known)
                    && active.get(subject)) {
                page.offer(subjects.id(subject), place);
            }
        }
        return page.places().stream().map(this::workplace).toList();
    }

    /** What a member is called, or was last; empty where it is not known. */
    public Optional<String> name(String memberId) {
        int subject = subjects.find(memberId);
        int newest = subject == Subjects.NONE ? Table.NOWHERE : memberships.newestOf(subject);
        return newest == Table.NOWHERE
                ? Optional.empty()
                : Optional.of(memberships.get(newest).name());
    }

    private BitSet active(int day, long known) {
        var active = new BitSet(subjects.size());
        for (int place = 0; place < memberships.places(); place++) {
            if (memberships.counts(place, day, known)) {
                active.set(memberships.subject(place));
            }
        }
        return active;
    }

    private Member member(int place) {
        var membership = memberships.get(place);
        int until = memberships.until(place);
        return new Member(
                subjects.id(memberships.subject(place)),
                membership.name(),
                membership.organisationsnummer(),
                membership.kind(),
                membership.municipality(),
                LocalDate.ofEpochDay(memberships.from(place)),
                until == Span.OPEN ? null : LocalDate.ofEpochDay(until - 1L),
                membership.period(),
                membership.demo());
    }

    private Workplace workplace(int place) {
        return new Workplace(
                subjects.id(readings.subject(place)),
                readings.valueAt(place),
                LocalDate.ofEpochDay(readings.from(place)),
                readings.sourceAt(place));
    }

    private static <V extends MemberRow> Row<V> with(Row<MemberRow> row, V value) {
        var span = new Span<>(row.span().from(), row.span().until(), value);
        return new Row<>(span, row.knownFrom(), row.knownUntil());
    }
}
