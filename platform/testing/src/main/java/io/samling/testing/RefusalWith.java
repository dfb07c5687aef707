package io.samling.testing;

import io.samling.kernel.Refusal;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** A refusal by its code, which is what clients tell refusals apart by. */
public final class RefusalWith extends TypeSafeMatcher<Refusal> {

    private final String code;

    private RefusalWith(String code) {
        this.code = code;
    }

    /** Matches a refusal with that code. */
    public static RefusalWith refusal(String code) {
        return new RefusalWith(code);
    }

    @Override
    protected boolean matchesSafely(Refusal refusal) {
        return refusal.code().equals(code);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal with the code ").appendValue(code);
    }

    @Override
    protected void describeMismatchSafely(Refusal refusal, Description description) {
        description.appendValue(refusal.code()).appendText(": ").appendText(refusal.sentence());
    }
}
