package io.samling.webedge.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the teller of the story shows: a random word that lies in the data folder. */
final class DemoToken {

    /** The header that carries it. */
    static final String HEADER = "Samling-Demo-Token";

    private final byte[] word;

    private DemoToken(String word) {
        this.word = word.getBytes(UTF_8);
    }

    /** Reads the token of a data folder, or makes it; several services may do so at once. */
    static DemoToken of(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new DemoToken(Files.readString(file).strip());
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder of the demo cannot be used", unusable);
        }
    }

    boolean isShownBy(@Nullable String header) {
        return header != null && MessageDigest.isEqual(word, header.getBytes(UTF_8));
    }

    /** Written aside and then linked, so that no other process ever reads half a word. */
    private static void make(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var aside = Files.createTempFile(folder, "token", ".new");
        try {
            Files.writeString(aside, UUID.randomUUID() + "\n");
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException madeByAnother) {
            // the other one's is as good, and the only one from now on
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
