package io.samling.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids made from names, so that the same story always speaks of the same things. */
final class Names {

    /** What the story's names are names in; made once, at random. */
    private static final UUID STORY = UUID.fromString("8d2e5a0f-6c1b-4c7e-9f43-2b7d91c05e68");

    private Names() {}

    /** The UUID of a name (version 5, RFC 9562). */
    static UUID idOf(String name) {
        var hash = sha1();
        hash.update(
                ByteBuffer.allocate(16)
                        .putLong(STORY.getMostSignificantBits())
                        .putLong(STORY.getLeastSignificantBits())
                        .array());
        var bytes = ByteBuffer.wrap(hash.digest(name.getBytes(UTF_8)));
        long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A number from 0 up to a limit, as good as random, and always the same for a name. */
    static int lot(String name, int limit) {
        return Math.floorMod(idOf(name).hashCode(), limit);
    }

    /**
     * An organisation number that no real company has: of group 4, which is not given out.
     *
     * @param number from 1 to 1000
     */
    static String inventedOrganisationNumber(int number) {
        var nine = "499900%03d".formatted(number - 1);
        int sum = 0;
        for (int place = 0; place < nine.length(); place++) {
            int weighted = (nine.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return "%s-%s%d".formatted(nine.substring(0, 6), nine.substring(6), (10 - sum % 10) % 10);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
