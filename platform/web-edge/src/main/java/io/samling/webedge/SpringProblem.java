package io.samling.webedge;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The mistakes that Spring MVC notices, in our words. */
final class SpringProblem {

    private SpringProblem() {}

    /** The problem that an exception means, or null where it is a fault of ours. */
    static @Nullable EdgeProblem of(Exception exception) {
        return switch (exception) {
            case NoHandlerFoundException _ -> unknownPath();
            case NoResourceFoundException _ -> unknownPath();
            case HttpRequestMethodNotSupportedException e -> wrongMethod(e);
            case HttpMediaTypeNotSupportedException _ ->
                    EdgeProblem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "Send JSON, with the header Content-Type: application/json.");
            case HttpMediaTypeNotAcceptableException _ ->
                    EdgeProblem.of(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            "The answer is JSON: send Accept: application/json, or no Accept.");
            case MissingServletRequestParameterException e ->
                    EdgeProblem.inField(
                            "missing-parameter",
                            e.getParameterName(),
                            "The parameter " + e.getParameterName() + " is missing.");
            default -> other(exception);
        };
    }

    private static @Nullable EdgeProblem other(Exception exception) {
        if (exception instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return byStatus(HttpStatus.valueOf(response.getStatusCode().value()));
        }
        return null;
    }

    /** The problem for a status of which nothing more is known. */
    static EdgeProblem byStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> unknownPath();
            case CONTENT_TOO_LARGE ->
                    EdgeProblem.of(status, "body-too-large", "The request body is too large.");
            default ->
                    EdgeProblem.of(
                            status.is4xxClientError() ? status : HttpStatus.BAD_REQUEST,
                            "malformed-request",
                            "The request cannot be understood.");
        };
    }

    private static EdgeProblem unknownPath() {
        return EdgeProblem.of(
                HttpStatus.NOT_FOUND,
                "unknown-path",
                "There is nothing at this path; GET /openapi lists what there is.");
    }

    private static EdgeProblem wrongMethod(HttpRequestMethodNotSupportedException exception) {
        var allowed = exception.getSupportedMethods();
        List<String> methods =
                allowed == null ? List.of() : Arrays.stream(allowed).sorted().toList();
        var method = HttpMethod.valueOf(exception.getMethod());
        var sent = method.name().matches("[A-Z]{1,10}") ? method.name() : "This method";
        return EdgeProblem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        sent + " does not work here, " + Sentences.list(methods) + " would.")
                .withHeader(HttpHeaders.ALLOW, String.join(", ", methods));
    }
}
