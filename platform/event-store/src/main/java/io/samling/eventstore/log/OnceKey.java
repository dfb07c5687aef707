package io.samling.eventstore.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An idempotency key as the log keeps it.
 *
 * @param key a hash of actor and key: unique in the log
 * @param request a hash of the request that used it
 */
public record OnceKey(String key, String request) {

    /** The key that an actor gave to a request. */
    public static OnceKey of(String actor, String key, String request) {
        return new OnceKey(digest(actor + "\n" + key), request);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
