package io.samling.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stored events as they were first written, one for each stored name and revision, under {@code
 * src/test/resources/golden/events}. One is kept once and never overwritten: logs hold such events,
 * and they are read for ever. {@code -Dgolden.write=true} keeps those that are new.
 */
public final class KeptEvents {

    private static final String ENDING = ".json";

    private final Path folder;

    private KeptEvents(Path folder) {
        this.folder = folder;
    }

    /** Those of the module under test. */
    public static KeptEvents ofModule() {
        return in(Path.of("src", "test", "resources", "golden", "events"));
    }

    static KeptEvents in(Path folder) {
        return new KeptEvents(folder);
    }

    /**
     * An event as it was written.
     *
     * @param revision null for the first
     */
    public record Kept(String name, @Nullable String revision, String json) {}

    /**
     * Fails where an event is written otherwise than it was under the same name and revision, or
     * where nothing is kept of one of its earlier revisions.
     */
    public void assertKept(String name, @Nullable String revision, String json) {
        var file = fileOf(name, revision);
        var keep = Boolean.getBoolean("golden.write") && !Files.exists(file);
        GoldenJson.assertMatches(file, json, keep);
        for (int earlier = 1; revision != null && earlier < Integer.parseInt(revision); earlier++) {
            var lower = fileOf(name, earlier == 1 ? null : String.valueOf(earlier));
            if (!Files.exists(lower)) {
                fail("%s is missing: logs hold %s of revision %d", lower, name, earlier);
            }
        }
    }

    private Path fileOf(String name, @Nullable String revision) {
        return folder.resolve(KeptShapes.fileName(name, revision));
    }

    /** All that are kept, of whatever revision: today's code has to read each of them. */
    public List<Kept> all() {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(KeptEvents::kept).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept kept(Path file) {
        var called = file.getFileName().toString();
        var stored = called.substring(0, called.length() - ENDING.length());
        var at = stored.indexOf('@');
        return at < 0
                ? new Kept(stored, null, GoldenJson.read(file))
                : new Kept(
                        stored.substring(0, at), stored.substring(at + 1), GoldenJson.read(file));
    }
}
