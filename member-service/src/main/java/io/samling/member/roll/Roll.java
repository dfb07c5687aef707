package io.samling.member.roll;

import com.mongodb.client.MongoDatabase;
import io.samling.contracts.LogPosition;
import io.samling.eventstore.AtPosition;
import io.samling.eventstore.LogIdentity;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.headcount.HeadcountEvent;
import io.samling.member.membership.MembershipEvent;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.roll.RollDocuments.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ConcludesBatch;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
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

    private final RollDocuments documents;
    private final RollProgress progress;

    Roll(MongoDatabase database, LogIdentity log) {
        this.documents = new RollDocuments(database);
        this.progress = new RollProgress(database, log);
    }

    /** The last position of the log that is in the roll. */
    public LogPosition reached() {
        return progress.reached();
    }

    /** One member, also one that left or whose periods were all annulled; or null. */
    public @Nullable RollEntry find(String id) {
        var found = documents.find(id);
        return found == null ? null : found.entry();
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
        return number == null ? listByName(query, size) : listByNumber(number, query);
    }

    @EventHandler
    void on(
            MembershipEvent event,
            @AtPosition long position,
            @SequenceNumber long version,
            @ConcludesBatch boolean last) {
        if (event instanceof MemberJoined joined && documents.find(joined.memberId()) == null) {
            documents.insert(RollChanges.joined(joined), position);
        } else {
            var id = event.memberId();
            changeOnce(id, position, before -> RollChanges.after(before, event, version));
        }
        conclude(position, last);
    }

    @EventHandler
    void on(HeadcountEvent event, @AtPosition long position, @ConcludesBatch boolean last) {
        changeOnce(event.memberId(), position, before -> RollChanges.after(before, event));
        conclude(position, last);
    }

    @ResetHandler
    void forgetEverything() {
        documents.deleteAll();
        progress.deleteAll();
    }

    /** Events may be delivered again: an entry that has come so far stays as it is. */
    private void changeOnce(String id, long position, UnaryOperator<RollEntry> change) {
        var before = documents.find(id);
        if (before == null) {
            throw new IllegalStateException("No entry " + id + " to change at " + position);
        }
        if (before.at() < position) {
            documents.replace(before, change.apply(before.entry()), position);
        }
    }

    private void conclude(long position, boolean last) {
        if (last) {
            progress.reach(position);
        }
    }

    private Part listByName(RollQuery query, int size) {
        var prefix = query.text() == null ? "" : RollOrder.of(query.text());
        var from = query.after() == null && prefix.isEmpty() ? null : later(query.after(), prefix);
        var until = prefix + RollOrder.END;
        List<RollEntry> entries = new ArrayList<>();
        for (int seen = 0; seen < SCAN; ) {
            var rows = documents.between(query.municipality(), from, until, size + 1);
            for (var row : rows) {
                if (entries.size() == size) {
                    return new Part(entries, from);
                }
                if (fits(row, query)) {
                    entries.add(row.entry());
                }
                from = row.order();
            }
            if (rows.size() <= size) {
                return new Part(entries, null);
            }
            seen += rows.size();
        }
        return new Part(entries, from);
    }

    private Part listByNumber(String number, RollQuery query) {
        var municipality = query.municipality();
        var entries =
                documents.withNumber(number).stream()
                        .filter(row -> fits(row, query))
                        .map(Placed::entry)
                        .filter(e -> municipality == null || municipality.equals(e.municipality()))
                        .toList();
        return new Part(entries, null);
    }

    private static boolean fits(Placed row, RollQuery query) {
        var day = query.asOf();
        return day == null ? !row.entry().periods().isEmpty() : row.entry().countsOn(day);
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
