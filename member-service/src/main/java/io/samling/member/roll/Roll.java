package io.samling.member.roll;

import io.samling.contracts.LogPosition;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.Rows;
import io.samling.eventstore.view.View;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.membership.MembershipEvent;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is and was a member. Rebuilt from the log whenever we like. */
@Component
@ProcessingGroup(Roll.GROUP)
public class Roll {

    static final String GROUP = "membership-roll";

    /** How many entries one query looks at; a page may be short of what was asked for. */
    private static final int SCAN = 2000;

    private final View view;

    Roll(View view) {
        this.view = view;
    }

    /** The last position of the log that is in the roll. */
    public LogPosition reached() {
        return view.reached();
    }

    /** One member, also one that left or whose periods were all annulled; or null. */
    public @Nullable RollEntry find(String id) {
        return view.ask(rows -> rows.find(RollRows.MEMBERS, id));
    }

    /**
     * Some of the list that goes on after a place.
     *
     * @param entries in Swedish order of their names
     * @param next where the list goes on; null at its end
     */
    public record Part(List<RollEntry> entries, @Nullable String next) {}

    /** Up to so many members; where few fit, a part may have less and still not be the last. */
    public Part list(RollQuery query, int size) {
        var number = numberIn(query.text());
        return view.ask(
                rows ->
                        number == null
                                ? listByName(rows, query, size)
                                : listByNumber(rows, number, query));
    }

    @EventHandler
    void on(MembershipEvent event, @SequenceNumber long version, Changes changes) {
        if (event instanceof MemberJoined joined) {
            changes.put(RollRows.MEMBERS, joined.memberId(), RollChanges.joined(joined));
        } else {
            changes.change(
                    RollRows.MEMBERS,
                    event.memberId(),
                    before -> RollChanges.after(before, event, version));
        }
    }

    @EventHandler
    void on(HeadcountEvent event, Changes changes) {
        changes.change(
                RollRows.MEMBERS, event.memberId(), before -> RollChanges.after(before, event));
    }

    private static Part listByName(Rows rows, RollQuery query, int size) {
        var prefix = query.text() == null ? "" : RollOrder.of(query.text());
        var from = query.after() == null && prefix.isEmpty() ? null : later(query.after(), prefix);
        var until = prefix + RollOrder.END;
        List<RollEntry> entries = new ArrayList<>();
        for (int seen = 0; seen < SCAN; ) {
            var found = RollRows.between(rows, query.municipality(), from, until, size + 1);
            for (var entry : found) {
                if (entries.size() == size) {
                    return new Part(entries, from);
                }
                if (fits(entry, query)) {
                    entries.add(entry);
                }
                from = RollOrder.of(entry);
            }
            if (found.size() <= size) {
                return new Part(entries, null);
            }
            seen += found.size();
        }
        return new Part(entries, from);
    }

    private static Part listByNumber(Rows rows, String number, RollQuery query) {
        var municipality = query.municipality();
        var entries =
                RollRows.withNumber(rows, number).stream()
                        .filter(entry -> fits(entry, query))
                        .filter(e -> municipality == null || municipality.equals(e.municipality()))
                        .toList();
        return new Part(entries, null);
    }

    private static boolean fits(RollEntry entry, RollQuery query) {
        var day = query.asOf();
        return day == null ? !entry.periods().isEmpty() : entry.countsOn(day);
    }

    private static String later(@Nullable String after, String prefix) {
        return after == null || after.compareTo(prefix) < 0 ? prefix : after;
    }

    private static @Nullable String numberIn(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Organisationsnummer.of(text).digits();
        } catch (IllegalArgumentException notANumber) {
            return null; // then it is the beginning of a name
        }
    }
}
