package io.samling.reporting.members;

import io.samling.reporting.members.MemberRow.Membership;
import io.samling.reporting.rows.Codes;
import io.samling.reporting.rows.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Periods of membership. */
final class MembershipTable extends Table<Membership> {

    private final Codes codes = new Codes();
    private int[] periods = new int[0];
    private int[] kinds = new int[0];
    private int[] municipalities = new int[0];
    private @Nullable String[] names = new @Nullable String[0];
    private @Nullable String[] numbers = new @Nullable String[0];
    private boolean[] demos = new boolean[0];

    MembershipTable() {
        begin();
    }

    @Override
    protected void grow(int places) {
        periods = Arrays.copyOf(periods, places);
        kinds = Arrays.copyOf(kinds, places);
        municipalities = Arrays.copyOf(municipalities, places);
        names = Arrays.copyOf(names, places);
        numbers = Arrays.copyOf(numbers, places);
        demos = Arrays.copyOf(demos, places);
    }

    @Override
    protected void set(int place, Membership value) {
        periods[place] = value.period();
        kinds[place] = codes.number(value.kind());
        municipalities[place] = codes.number(value.municipality());
        names[place] = value.name();
        numbers[place] = value.organisationsnummer();
        demos[place] = value.demo();
    }

    Membership get(int place) {
        return new Membership(
                periods[place],
                String.valueOf(numbers[place]),
                String.valueOf(names[place]),
                codes.text(kinds[place]),
                codes.text(municipalities[place]),
                demos[place]);
    }
}
