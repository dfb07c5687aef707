package io.samling.contracts;

import java.util.regex.Pattern;

/**
 * A place in the log of one service, written {@code member:7f3a91c2:1234}. The syntax is for keeps.
 *
 * @param service the service whose log it is, such as {@code member}
 * @param logId the log's id: another one means another past
 * @param position from 0, without gaps; -1 is before the first event
 */
public record LogPosition(String service, String logId, long position) {

    private static final Pattern SYNTAX =
            Pattern.compile("([a-z][a-z0-9-]*):([0-9a-f]{8}):(-1|\\d{1,18})");

    /**
     * Reads one position.
     *
     * @throws IllegalArgumentException with a sentence a user may read, where it is none
     */
    public static LogPosition parse(String text) {
        var syntax = SYNTAX.matcher(text.strip());
        if (!syntax.matches()) {
            throw new IllegalArgumentException(
                    "A position looks like member:7f3a91c2:1234 (service, log, number)");
        }
        return new LogPosition(syntax.group(1), syntax.group(2), Long.parseLong(syntax.group(3)));
    }

    @Override
    public String toString() {
        return service + ":" + logId + ":" + position;
    }
}
