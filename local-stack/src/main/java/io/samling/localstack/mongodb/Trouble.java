package io.samling.localstack.mongodb;

import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in a sentence what went wrong with a file. */
final class Trouble {

    private Trouble() {}

    static StackFailure of(Path file, IOException cause) {
        var message = String.valueOf(cause.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
            return new StackFailure(
                    StackFailure.Kind.DISK_FULL,
                    "The disk is full: %s cannot be written; what was acknowledged is kept, free some space and start again."
                            .formatted(file.toAbsolutePath()),
                    cause);
        }
        return new StackFailure(
                StackFailure.Kind.FOLDER_UNUSABLE,
                "The file %s cannot be written: %s.".formatted(file.toAbsolutePath(), message),
                cause);
    }
}
