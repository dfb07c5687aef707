package io.samling.webedge;

import io.samling.kernel.Refusal;
import io.samling.kernel.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The one shape of a problem's answer (RFC 9457). */
final class ProblemAnswer {

    private ProblemAnswer() {}

    static ResponseEntity<ProblemDetail> of(HttpServletRequest request, EdgeProblem problem) {
        var body = ProblemDetail.forStatusAndDetail(problem.status(), problem.sentence());
        body.setType(URI.create("/problems/" + problem.code()));
        body.setTitle(Sentences.title(problem.code()));
        body.setInstance(URI.create("urn:samling:request:" + RequestIds.of(request)));
        problem.properties().forEach(body::setProperty);
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    static HttpStatus statusOf(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case SUPERSEDED -> HttpStatus.PRECONDITION_FAILED;
            case FORBIDDEN_BY_RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static HttpStatus statusOf(Unavailable.Kind kind) {
        return switch (kind) {
            case NOTHING_DONE -> HttpStatus.SERVICE_UNAVAILABLE;
            case OUTCOME_UNKNOWN -> HttpStatus.GATEWAY_TIMEOUT;
        };
    }
}
