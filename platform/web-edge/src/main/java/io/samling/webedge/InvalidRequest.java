package io.samling.webedge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Names the fields and parameters that do not fit, all of them at once. */
final class InvalidRequest {

    private InvalidRequest() {}

    /** One field or parameter and what is wrong with it. */
    record Mistake(String field, String detail) {

        String sentence() {
            return field + " " + detail;
        }
    }

    static EdgeProblem problem(MethodArgumentNotValidException invalid) {
        var mistakes =
                invalid.getFieldErrors().stream().map(InvalidRequest::mistake).distinct().toList();
        return problem(mistakes);
    }

    static EdgeProblem problem(HandlerMethodValidationException invalid) {
        List<Mistake> mistakes = new ArrayList<>();
        for (var result : invalid.getParameterValidationResults()) {
            var name = String.valueOf(result.getMethodParameter().getParameterName());
            for (var error : result.getResolvableErrors()) {
                mistakes.add(
                        error instanceof FieldError field
                                ? mistake(field)
                                : new Mistake(name, messageOf(error)));
            }
        }
        return problem(mistakes);
    }

    static EdgeProblem problem(MethodArgumentTypeMismatchException mismatch) {
        var name = mismatch.getName();
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadableByUsers nonsense) {
                return EdgeProblem.inField("malformed-parameter", name, nonsense.sentence());
            }
        }
        var inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        var expected = UnreadableJson.expected(mismatch.getRequiredType()).replace("\"", "");
        return EdgeProblem.inField(
                inPath ? "malformed-id" : "malformed-parameter",
                name,
                name + (inPath ? " in the path" : "") + " must be " + expected + ".");
    }

    private static EdgeProblem problem(List<Mistake> mistakes) {
        var sorted = mistakes.stream().sorted(Comparator.comparing(Mistake::field)).toList();
        var sentence = String.join("; ", sorted.stream().map(Mistake::sentence).toList()) + ".";
        return EdgeProblem.of(HttpStatus.BAD_REQUEST, "invalid-fields", sentence)
                .with("errors", sorted);
    }

    private static Mistake mistake(FieldError error) {
        return new Mistake(
                error.getField(),
                error.isBindingFailure() ? "is not of the right kind" : messageOf(error));
    }

    private static String messageOf(MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }
}
