package io.samling.webedge.demo;

import io.samling.kernel.Unavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** While the story is told, only its teller writes: anybody else's words would get its dates. */
class DemoGate extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final StoryClock clock;
    private final DemoToken token;
    private final HandlerExceptionResolver problems;

    DemoGate(StoryClock clock, DemoToken token, HandlerExceptionResolver problems) {
        this.clock = clock;
        this.token = token;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (clock.isReleased()
                || READING.contains(request.getMethod())
                || token.isShownBy(request.getHeader(DemoToken.HEADER))) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, loading());
        }
    }

    private static Unavailable loading() {
        return Unavailable.nothingDone(
                "demo-is-loading",
                "The demo is still being loaded: write when it is done.",
                A_WHILE);
    }
}
