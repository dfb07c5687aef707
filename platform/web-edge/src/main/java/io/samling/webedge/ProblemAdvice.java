package io.samling.webedge;

import io.samling.kernel.Refusal;
import io.samling.kernel.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Puts every no and every fault into words: one place, one shape, no value repeated. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        var status = ProblemAnswer.statusOf(refusal.kind());
        return ProblemAnswer.of(
                request, EdgeProblem.of(status, refusal.code(), refusal.sentence()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(Unavailable no, HttpServletRequest request) {
        if (no.kind() == Unavailable.Kind.OUTCOME_UNKNOWN) {
            LOG.warn("The outcome of request {} is not known", RequestIds.of(request), no);
        }
        var status = ProblemAnswer.statusOf(no.kind());
        var problem = EdgeProblem.of(status, no.code(), Sentences.of(no.sentence()));
        var seconds = Math.max(1, no.retryAfter().toSeconds());
        return ProblemAnswer.of(
                request, problem.withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stopped(EdgeProblem problem, HttpServletRequest request) {
        return ProblemAnswer.of(request, problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return ProblemAnswer.of(request, UnreadableJson.problem(unreadable));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException invalid, HttpServletRequest request) {
        return ProblemAnswer.of(request, InvalidRequest.problem(invalid));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(
            HandlerMethodValidationException invalid, HttpServletRequest request) {
        return ProblemAnswer.of(request, InvalidRequest.problem(invalid));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return ProblemAnswer.of(request, InvalidRequest.problem(mismatch));
    }

    /** The caller hung up: there is nobody to answer. */
    @ExceptionHandler
    void goneAway(AsyncRequestNotUsableException gone) {
        LOG.debug("The caller went away before the answer", gone);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception fault, HttpServletRequest request) {
        var known = SpringProblem.of(fault);
        return ProblemAnswer.of(request, known == null ? internal(fault, request) : known);
    }

    static EdgeProblem internal(@Nullable Throwable fault, HttpServletRequest request) {
        var id = RequestIds.of(request);
        LOG.error("Request {} failed by a fault of ours", id, fault);
        return EdgeProblem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "This is a fault of ours, logged under request " + id + ".");
    }
}
