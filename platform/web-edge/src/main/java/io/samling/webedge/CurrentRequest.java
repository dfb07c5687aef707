package io.samling.webedge;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a write needs to know of the request that it answers. */
final class CurrentRequest {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private final HttpServletRequest request;

    CurrentRequest(HttpServletRequest request) {
        this.request = request;
    }

    static CurrentRequest get() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return new CurrentRequest(attributes.getRequest());
    }

    String id() {
        return RequestIds.of(request);
    }

    /** The key under which this request takes effect at most once, if the caller gave one. */
    @Nullable String idempotencyKey() {
        var key = request.getHeader(IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            throw EdgeProblem.of(
                    HttpStatus.BAD_REQUEST,
                    "malformed-idempotency-key",
                    "An Idempotency-Key is 1 to 200 visible ASCII characters without blanks, such"
                            + " as a UUID.");
        }
        return key;
    }

    /** The version that the caller has seen, if it says so. */
    @Nullable Long expectedVersion() {
        var tag = request.getHeader(HttpHeaders.IF_MATCH);
        if (tag == null) {
            return null;
        }
        var version = VERSION.matcher(tag.strip());
        if (!version.matches()) {
            throw EdgeProblem.of(
                    HttpStatus.BAD_REQUEST,
                    "malformed-if-match",
                    "If-Match takes one ETag as it was answered, with its quotes: If-Match:"
                            + " \"3\".");
        }
        return Long.valueOf(version.group(1));
    }

    /** The same for the same request, so that a key is not used for another one. */
    String fingerprint() {
        var digest = sha256();
        var query = request.getQueryString();
        var line = request.getMethod() + " " + request.getRequestURI() + "?" + query + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(WholeBody.of(request)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
