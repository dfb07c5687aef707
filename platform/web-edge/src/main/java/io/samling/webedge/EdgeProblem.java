package io.samling.webedge;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that goes no further than the edge; it becomes a problem answer. */
final class EdgeProblem extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> properties;
    private final transient HttpHeaders headers = new HttpHeaders();

    private EdgeProblem(
            HttpStatus status, String code, String sentence, Map<String, Object> properties) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.properties = properties;
    }

    /** A problem with the stable code given, and a sentence that a user can act on. */
    static EdgeProblem of(HttpStatus status, String code, String sentence) {
        return new EdgeProblem(status, code, sentence, Map.of());
    }

    /** A problem with one field of the body, or one parameter. */
    static EdgeProblem inField(String code, String field, String sentence) {
        return new EdgeProblem(HttpStatus.BAD_REQUEST, code, sentence, Map.of("field", field));
    }

    /** A problem with one more member in its answer. */
    EdgeProblem with(String name, Object value) {
        return new EdgeProblem(status, code, sentence(), Map.of(name, value));
    }

    /** The same problem, answered with one more header. */
    EdgeProblem withHeader(String name, String value) {
        headers.set(name, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    Map<String, Object> properties() {
        return properties;
    }

    HttpHeaders headers() {
        return headers;
    }
}
