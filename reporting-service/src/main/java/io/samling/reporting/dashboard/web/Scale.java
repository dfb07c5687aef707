package io.samling.reporting.dashboard.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What a chart's height stands for: from 0 to a round number that nothing in it exceeds.
 *
 * @param top the round number
 * @param step between the lines
 */
record Scale(long top, long step) {

    private static final int LINES = 5;

    static Scale upTo(long most) {
        long step = 1;
        for (long power = 1; step * LINES < most; power *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                step = power * factor;
                if (step * LINES >= most) {
                    break;
                }
            }
        }
        long lines = Math.max(1, (most + step - 1) / step);
        return new Scale(lines * step, step);
    }

    /** The numbers at which there are lines, 0 among them. */
    List<Long> lines() {
        return LongStream.rangeClosed(0, top / step).map(line -> line * step).boxed().toList();
    }

    /** How far from the top a number is, in hundredths of the height. */
    String place(long number) {
        return hundredths(top - number, top);
    }

    /** A part of a whole in hundredths, as SVG writes it. */
    static String hundredths(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * part / whole);
    }
}
