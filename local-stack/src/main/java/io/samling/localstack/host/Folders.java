package io.samling.localstack.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What the stack does with folders. */
public final class Folders {

    private Folders() {}

    public static StackFailure unusable(Path folder, IOException cause) {
        return new StackFailure(
                StackFailure.Kind.FOLDER_UNUSABLE,
                "The folder %s cannot be used for data: %s."
                        .formatted(folder.toAbsolutePath(), reason(cause)),
                cause);
    }

    public static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Folders::delete);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java names only the file in some of its messages; the kind of failure is in the class. */
    private static String reason(IOException cause) {
        var kind = cause.getClass().getSimpleName().replace("Exception", "");
        return kind + ", " + cause.getMessage();
    }
}
