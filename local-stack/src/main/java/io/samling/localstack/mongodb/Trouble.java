package io.samling.localstack.mongodb;

import io.samling.localstack.host.Folders;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.nio.file.Path;

/** Says in a sentence what went wrong with a file. */
final class Trouble {

    private Trouble() {}

    static StackFailure of(Path file, IOException cause) {
        if (Folders.isFull(cause)) {
            return Folders.full(file, cause);
        }
        return new StackFailure(
                StackFailure.Kind.FOLDER_UNUSABLE,
                "The file %s cannot be written: %s."
                        .formatted(file.toAbsolutePath(), cause.getMessage()),
                cause);
    }
}
