package io.samling.webedge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a problem where the server itself gives up on a request. */
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return ProblemAnswer.of(request, ProblemAdvice.internal(fault, request));
        }
        if (status != null && status.is5xxServerError()) {
            return ProblemAnswer.of(request, ProblemAdvice.internal(null, request));
        }
        return ProblemAnswer.of(
                request, SpringProblem.byStatus(status == null ? HttpStatus.NOT_FOUND : status));
    }
}
