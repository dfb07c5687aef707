package io.samling.webedge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps web pages of strangers out while nobody signs in: a browser on this machine reaches us, so
 * a page may not lead it here, neither by a name of its own for our address nor by a form.
 */
class Doorkeeper extends OncePerRequestFilter {

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final Set<String> hosts = new TreeSet<>(THIS_MACHINE);
    private final HandlerExceptionResolver problems;

    Doorkeeper(WebEdgeProperties settings, HandlerExceptionResolver problems) {
        this.problems = problems;
        settings.allowedHosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, refusal);
        }
    }

    private @Nullable EdgeProblem refusal(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !hosts.contains(nameIn(host))) {
            return EdgeProblem.of(
                    HttpStatus.FORBIDDEN,
                    "host-not-allowed",
                    "This service answers on this machine's own names only; others are listed in"
                            + " samling.web.allowed-hosts.");
        }
        if (!READING.contains(request.getMethod()) && isFromAnotherSite(request, host)) {
            return EdgeProblem.of(
                    HttpStatus.FORBIDDEN,
                    "cross-site-write",
                    "A web page of another site may not write here.");
        }
        return null;
    }

    private static boolean isFromAnotherSite(HttpServletRequest request, @Nullable String host) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site != null && OTHER_SITES.contains(site.toLowerCase(Locale.ROOT)))
                || (origin != null && !isOriginOf(origin, host));
    }

    private static boolean isOriginOf(String origin, @Nullable String host) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static String nameIn(String host) {
        return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
