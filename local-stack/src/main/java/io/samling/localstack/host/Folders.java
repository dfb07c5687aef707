package io.samling.localstack.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the stack does with folders. */
public final class Folders {

    /** How systems say that a disk, a quota or a limit leaves no room. */
    private static final List<String> FULL =
            List.of("no space left", "quota exceeded", "file too large");

    private Folders() {}

    /** A folder that cannot be used, and why; or that its disk is full. */
    public static StackFailure unusable(Path folder, IOException cause) {
        return isFull(cause) ? full(folder, cause) : notUsable(folder, cause);
    }

    /** Whether there was no room for what was to be written. */
    public static boolean isFull(IOException cause) {
        var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(words::contains);
    }

    public static StackFailure full(Path path, IOException cause) {
        return new StackFailure(
                StackFailure.Kind.DISK_FULL,
                "The disk is full (%s): %s cannot be written; what was acknowledged is kept, free some space and start again."
                        .formatted(cause.getMessage(), path.toAbsolutePath()),
                cause);
    }

    private static StackFailure notUsable(Path folder, IOException cause) {
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
