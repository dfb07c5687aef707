package io.samling.reporting.members;

import io.samling.reporting.members.MemberRow.Reading;
import io.samling.reporting.rows.Codes;
import io.samling.reporting.rows.Table;
import java.util.Arrays;

/** Readings of how many work at a member. */
final class ReadingTable extends Table<Reading> {

    private final Codes kinds = new Codes();
    private final Codes sources = new Codes();
    private short[] kindAt = new short[0];
    private byte[] sourceAt = new byte[0];
    private long[] values = new long[0];

    ReadingTable() {
        begin();
    }

    @Override
    protected void grow(int places) {
        kindAt = Arrays.copyOf(kindAt, places);
        sourceAt = Arrays.copyOf(sourceAt, places);
        values = Arrays.copyOf(values, places);
    }

    @Override
    protected void set(int place, Reading value) {
        kindAt[place] = (short) kinds.number(kind(value.measure(), value.scope()));
        sourceAt[place] = (byte) sources.number(value.source());
        values[place] = value.value();
    }

    /** The number of a measure and scope, as {@link #kindAt} has it; -1 where no reading has it. */
    int kindOf(String measure, String scope) {
        return kinds.find(kind(measure, scope));
    }

    int kindAt(int place) {
        return kindAt[place];
    }

    long valueAt(int place) {
        return values[place];
    }

    String sourceAt(int place) {
        return sources.text(sourceAt[place]);
    }

    private static String kind(String measure, String scope) {
        return measure + "/" + scope;
    }
}
