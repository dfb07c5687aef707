package io.samling.webedge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Takes a request's body in whole, up to a limit, so that a write can be recognised by it. */
class WholeBody extends OncePerRequestFilter {

    private static final String ATTRIBUTE = WholeBody.class.getName();

    private final DataSize limit;
    private final HandlerExceptionResolver problems;

    WholeBody(WebEdgeProperties settings, HandlerExceptionResolver problems) {
        this.limit = settings.bodyLimit();
        this.problems = problems;
    }

    static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] body ? body : new byte[0];
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length > limit.toBytes()) {
            problems.resolveException(request, response, null, tooLarge());
            return;
        }
        var most = Math.toIntExact(length < 0 ? limit.toBytes() + 1 : length);
        var body = request.getInputStream().readNBytes(most);
        if (body.length > limit.toBytes()) {
            problems.resolveException(request, response, null, tooLarge());
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new Request(request, body), response);
    }

    private EdgeProblem tooLarge() {
        return EdgeProblem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "A request body may have " + limit.toBytes() + " bytes, and this one has more.");
    }

    private static final class Request extends HttpServletRequestWrapper {

        private final byte[] body;

        Request(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Body(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read by blocking");
        }
    }
}
