package io.samling.webedge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The one who acts until people can sign in: a random id, made at first start and shared by the
 * services of this data folder. It is never taken from a request.
 */
final class Operator {

    private final String id;

    private Operator(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Reads the operator of a data folder, or makes it; several services may do so at once. */
    static Operator of(Path data) {
        var file = data.resolve("operator");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new Operator(UUID.fromString(Files.readString(file).strip()).toString());
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The data folder "
                            + data.toAbsolutePath()
                            + " cannot be used: set SAMLING_DATA to one that can be written",
                    unusable);
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException(
                    file.toAbsolutePath() + " should hold a UUID: restore it from a backup",
                    damaged);
        }
    }

    /** Written aside and then linked, so that no other process ever reads half an id. */
    private static void make(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var aside = Files.createTempFile(folder, "operator", ".new");
        try {
            Files.writeString(aside, UUID.randomUUID() + "\n");
            link(file, aside);
        } catch (FileAlreadyExistsException madeByAnother) {
            // the other one's id is as good, and the only one from now on
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void link(Path file, Path aside) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(aside, file);
        }
    }
}
