package io.samling.localstack.mongodb;

import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says in a sentence what went wrong with a file. */
final class Trouble {

    /** How systems say that a disk, a quota or a limit leaves no room. */
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "file too large");

    private Trouble() {}

    static StackFailure of(Path file, IOException cause) {
        var message = String.valueOf(cause.getMessage());
        var words = message.toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(words::contains)) {
            return new StackFailure(
                    StackFailure.Kind.DISK_FULL,
                    "The disk is full (%s): %s cannot be written; what was acknowledged is kept, free some space and start again."
                            .formatted(message, file.toAbsolutePath()),
                    cause);
        }
        return new StackFailure(
                StackFailure.Kind.FOLDER_UNUSABLE,
                "The file %s cannot be written: %s.".formatted(file.toAbsolutePath(), message),
                cause);
    }
}
