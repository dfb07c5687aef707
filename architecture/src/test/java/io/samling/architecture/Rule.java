package io.samling.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * A rule of the house. It holds over Samling, and breaks over a fixture that is laid out like it.
 *
 * @param sentence what must be so
 * @param fixture the package under {@code red} that breaks it
 * @param culprit what the report on the fixture must name, so that it fails for the right reason
 * @param over the rule for some code
 */
record Rule(String sentence, String fixture, String culprit, Function<Code, ArchRule> over) {

    /** A rule whose fixture holds a class named {@code Culprit}. */
    static Rule of(String sentence, String fixture, Function<Code, ArchRule> over) {
        return new Rule(sentence, fixture, "Culprit", over);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
