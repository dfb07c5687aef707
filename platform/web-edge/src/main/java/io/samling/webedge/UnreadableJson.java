package io.samling.webedge;

import static io.samling.webedge.Sentences.quoted;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body, and where, without repeating the values in it. */
final class UnreadableJson {

    private UnreadableJson() {}

    static EdgeProblem problem(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case ValueInstantiationException refused
                    when refused.getCause() instanceof IllegalArgumentException nonsense ->
                    Parse.problem(fieldOf(refused), nonsense);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamReadException broken -> broken(broken);
            case null -> missing();
            default -> malformed("The body cannot be read as JSON.");
        };
    }

    private static EdgeProblem unknownField(UnrecognizedPropertyException unknown) {
        var known = names(unknown.getKnownPropertyIds());
        var sentence =
                "There is no field "
                        + quoted(unknown.getPropertyName())
                        + " here; known are "
                        + Sentences.list(known)
                        + ".";
        var field = Sentences.quoted(fieldOf(unknown)).replace("'", "");
        return EdgeProblem.inField("unknown-field", field, sentence);
    }

    private static EdgeProblem mismatch(MismatchedInputException mismatch) {
        var field = fieldOf(mismatch);
        var expected = expected(mismatch.getTargetType());
        if (field.isEmpty()) {
            return malformed("The body must be a JSON object in { }.");
        }
        return EdgeProblem.inField("malformed-field", field, field + " must be " + expected + ".");
    }

    private static EdgeProblem broken(StreamReadException broken) {
        var duplicate = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate");
        var place = broken.getLocation();
        var where =
                place == null
                        ? ""
                        : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return malformed(
                duplicate
                        ? "A field occurs twice" + where + "."
                        : "The body is no valid JSON" + where + ".");
    }

    private static EdgeProblem missing() {
        return EdgeProblem.of(
                HttpStatus.BAD_REQUEST,
                "missing-body",
                "This request needs a JSON object as its body, { } at least.");
    }

    private static EdgeProblem malformed(String sentence) {
        return EdgeProblem.of(HttpStatus.BAD_REQUEST, "malformed-json", sentence);
    }

    /** The path of a field: {@code funders[0].name}; empty for the body itself. */
    private static String fieldOf(JacksonException exception) {
        var path = new StringBuilder();
        for (Reference step : exception.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static List<String> names(@Nullable Collection<Object> known) {
        return known == null ? List.of() : known.stream().map(Object::toString).sorted().toList();
    }

    /** What a value of a type looks like in JSON. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            var names = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return "one of " + String.join(", ", names);
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text in quotes";
            case "LocalDate" -> "a day such as \"2025-12-31\"";
            case "Instant" -> "a moment such as \"2025-12-31T12:00:00Z\"";
            case "UUID" -> "a UUID such as \"0b7f3a91-2c44-4d1e-9a53-5f0e6d8c1b20\"";
            case "int", "Integer", "long", "Long" -> "a whole number without quotes";
            case "boolean", "Boolean" -> "true or false without quotes";
            case "List", "ArrayList", "Collection" -> "a list in [ ]";
            default -> "an object in { }";
        };
    }
}
