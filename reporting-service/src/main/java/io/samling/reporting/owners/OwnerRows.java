package io.samling.reporting.owners;

import io.samling.eventfeed.Row;
import io.samling.eventfeed.SubjectRows;
import io.samling.reporting.owners.OwnerRow.Holder;
import io.samling.reporting.owners.OwnerRow.Holding;
import io.samling.reporting.owners.OwnerRow.Register;
import io.samling.reporting.owners.Ownership.Owned;
import io.samling.reporting.owners.Ownership.Owner;
import io.samling.reporting.rows.Subjects;
import io.samling.reporting.rows.ValueTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All share registers, on every day, as known at every position. */
public final class OwnerRows implements SubjectRows<OwnerRow> {

    private static final Comparator<Owner> LARGEST_FIRST =
            Comparator.comparingLong(Owner::shares).reversed().thenComparing(Owner::holderId);

    private final Subjects subjects = new Subjects();
    private final ValueTable<OwnerRow> rows = new ValueTable<>();

    @Override
    public void replace(String subject, List<Row<OwnerRow>> rowsNow) {
        rows.replace(subjects.number(subject), rowsNow);
    }

    @Override
    public boolean knows(String subject) {
        return subjects.find(subject) != Subjects.NONE;
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Who owns what on a day. */
    Ownership owners(int day, long known) {
        Map<String, Ledger> registers = new TreeMap<>();
        for (int place = 0; place < rows.places(); place++) {
            if (rows.counts(place, day, known)) {
                registers
                        .computeIfAbsent(subjects.id(rows.subject(place)), _ -> new Ledger())
                        .add(rows.get(place));
            }
        }
        List<Owned> owned = new ArrayList<>();
        registers.forEach((id, ledger) -> owned.add(ledger.sum(id)));
        int owners = owned.stream().mapToInt(register -> register.holders().size()).sum();
        return new Ownership(owners, owned);
    }

    /** The company that a register is of; empty where it is not known. */
    public Optional<String> company(String registerId) {
        int subject = subjects.find(registerId);
        return all().filter(place -> rows.subject(place) == subject)
                .mapToObj(rows::get)
                .flatMap(row -> row instanceof Register register ? Stream.of(register) : null)
                .map(Register::company)
                .findFirst();
    }

    /** What a holder is called; empty where it is not known. */
    public Optional<String> holder(String holderId) {
        return all().mapToObj(rows::get)
                .flatMap(row -> row instanceof Holder holder ? Stream.of(holder) : null)
                .filter(holder -> holder.holderId().equals(holderId))
                .map(Holder::name)
                .findFirst();
    }

    private IntStream all() {
        return IntStream.range(0, rows.places()).filter(rows::isTaken);
    }

    /** The ranges that are held on a day, by register and number. */
    List<HeldShares> ranges(int day, long known) {
        List<HeldShares> ranges = new ArrayList<>();
        for (int place = 0; place < rows.places(); place++) {
            if (rows.counts(place, day, known) && rows.get(place) instanceof Holding holding) {
                ranges.add(held(place, holding));
            }
        }
        ranges.sort(Comparator.comparing(HeldShares::key));
        return ranges;
    }

    private HeldShares held(int place, Holding holding) {
        return new HeldShares(
                subjects.id(rows.subject(place)),
                holding.first(),
                holding.last(),
                holding.holderId(),
                holding.shareClass(),
                holding.votesPerShare(),
                LocalDate.ofEpochDay(rows.from(place)));
    }

    /** One register, added up. */
    private static final class Ledger {

        private final Map<String, Holder> names = new HashMap<>();
        private final Map<String, long[]> held = new HashMap<>();
        private Register register = new Register("", null, false);

        void add(OwnerRow row) {
            switch (row) {
                case Register opened -> register = opened;
                case Holder holder -> names.put(holder.holderId(), holder);
                case Holding holding -> {
                    var sums = held.computeIfAbsent(holding.holderId(), _ -> new long[2]);
                    sums[0] = Math.addExact(sums[0], holding.shares());
                    sums[1] = Math.addExact(sums[1], holding.votes());
                }
            }
        }

        Owned sum(String id) {
            List<Owner> owners = new ArrayList<>();
            held.forEach((holder, sums) -> owners.add(owner(holder, sums)));
            owners.sort(LARGEST_FIRST);
            return new Owned(
                    id,
                    register.company(),
                    register.organisationsnummer(),
                    register.demo(),
                    owners.stream().mapToLong(Owner::shares).sum(),
                    owners.stream().mapToLong(Owner::votes).sum(),
                    owners);
        }

        private Owner owner(String holderId, long[] sums) {
            var holder = names.getOrDefault(holderId, new Holder(holderId, "", null));
            return new Owner(
                    holderId, holder.name(), holder.organisationsnummer(), sums[0], sums[1]);
        }
    }
}
