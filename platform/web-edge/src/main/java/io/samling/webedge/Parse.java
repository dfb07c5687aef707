package io.samling.webedge;

import io.samling.kernel.Organisationsnummer.PersonalNumber;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Turns what a request says into value objects. Only here does an {@link IllegalArgumentException}
 * mean that the sender was wrong; anywhere else it is a fault of ours.
 */
public final class Parse {

    private Parse() {}

    /**
     * Reads a field of the request, so that what its value object refuses is answered with 400 and
     * the field's name.
     *
     * @param field as it is called in the request, such as {@code firstDay}
     * @param value what was sent
     * @param reader refuses nonsense with a sentence that a user may read
     */
    public static <I extends @Nullable Object, O> O field(
            String field, I value, Function<? super I, ? extends O> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException nonsense) {
            throw problem(field, nonsense);
        }
    }

    /** As {@link #field}, for a field that may be absent. */
    public static <I, O> @Nullable O optional(
            String field, @Nullable I value, Function<? super I, ? extends O> reader) {
        return value == null ? null : field(field, value, reader);
    }

    static EdgeProblem problem(String field, IllegalArgumentException nonsense) {
        var sentence = sentenceOf(nonsense, field);
        if (nonsense instanceof PersonalNumber) {
            return EdgeProblem.of(HttpStatus.UNPROCESSABLE_CONTENT, "sole-trader", sentence)
                    .with("field", field);
        }
        return EdgeProblem.inField("malformed-" + kebab(field), field, sentence);
    }

    private static String sentenceOf(IllegalArgumentException nonsense, String field) {
        var message = nonsense.getMessage();
        return Sentences.of(message == null ? field + " cannot be read" : message);
    }

    private static String kebab(String field) {
        var last = field.substring(field.lastIndexOf('.') + 1).replaceAll("\\[\\d+]", "");
        return last.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
