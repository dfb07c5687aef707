package io.samling.eventstore.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The name of an instance, made at its first start and kept in its data folder, so that a restarted
 * process takes up at once what it had claimed.
 *
 * @param value random
 */
public record InstanceName(String value) {

    /** Reads the name of an instance of a service, or makes one. */
    public static InstanceName of(String service, Path data) {
        var file = data.resolve(service).resolve("instance");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new InstanceName(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The instance's name cannot be kept in " + file, e);
        }
    }

    /** Written aside and moved, so that nobody reads half a name. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var aside = Files.createTempFile(file.getParent(), "instance", ".new");
        Files.writeString(aside, UUID.randomUUID() + System.lineSeparator());
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(aside); // another start was faster
        }
    }
}
