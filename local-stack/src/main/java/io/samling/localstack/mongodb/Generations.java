package io.samling.localstack.mongodb;

import io.samling.localstack.host.Folders;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files of a data folder. A generation begins with a snapshot of everything before it, unless
 * it is the first or its snapshot was not finished, and goes on with a journal. What counts is the
 * newest snapshot and all journals from its generation on.
 */
final class Generations {

    private static final String SNAPSHOT = "snapshot-";
    private static final String JOURNAL = "journal-";

    private final Path folder;

    Generations(Path folder) {
        this.folder = folder;
    }

    Path snapshot(long generation) {
        return folder.resolve(SNAPSHOT + "%08d".formatted(generation));
    }

    /** Where a snapshot is written before it counts. */
    Path unfinished(long generation) {
        return folder.resolve("unfinished-" + "%08d".formatted(generation));
    }

    Path journal(long generation) {
        return folder.resolve(JOURNAL + "%08d".formatted(generation));
    }

    Path folder() {
        return folder;
    }

    /** What was read: from which snapshot on, 0 for none, and where to go on writing. */
    record Opened(long base, long generation, long journalEnd) {}

    /** Reads all that counts, in order. */
    Opened read(Consumer<byte[]> reader) {
        var snapshots = numbers(SNAPSHOT);
        var base = snapshots.isEmpty() ? 0 : snapshots.getLast();
        if (base > 0) {
            DataFile.read(snapshot(base), false, reader);
        }
        var journals = numbers(JOURNAL).stream().filter(number -> number >= base).toList();
        requireUnbroken(base, journals);
        var end = 0L;
        for (var journal : journals) {
            var isLast = journal.equals(journals.getLast());
            end = DataFile.read(journal(journal), isLast, reader);
        }
        return new Opened(base, journals.isEmpty() ? Math.max(1, base) : journals.getLast(), end);
    }

    /** A journal is made before the snapshot of its generation, so none may be missing. */
    private void requireUnbroken(long base, List<Long> journals) {
        var expected = Math.max(1, base);
        for (var journal : journals) {
            if (journal != expected) {
                throw missing(expected);
            }
            expected++;
        }
        if (base > 0 && journals.isEmpty()) {
            throw missing(base);
        }
    }

    private StackFailure missing(long generation) {
        return new StackFailure(
                StackFailure.Kind.DATA_GARBLED,
                "The file %s is missing: restore the data folder from a backup or remove it."
                        .formatted(journal(generation).toAbsolutePath()));
    }

    /** Deletes what counts no more once the generation has a snapshot; returns how many bytes. */
    long deleteBefore(long generation) throws IOException {
        var freed = 0L;
        for (var number : numbers(SNAPSHOT)) {
            if (number < generation) {
                freed += delete(snapshot(number));
            }
        }
        // the newest first, so that a crash in between leaves no gap that would look like damage
        for (var number : numbers(JOURNAL).reversed()) {
            if (number < generation) {
                freed += delete(journal(number));
            }
        }
        DataFile.syncFolder(folder);
        return freed;
    }

    private static long delete(Path file) throws IOException {
        var size = Files.size(file);
        Files.delete(file);
        return size;
    }

    void deleteUnfinished() throws IOException {
        for (var number : numbers("unfinished-")) {
            Files.delete(unfinished(number));
        }
    }

    /** The bytes of all files that count. */
    long size() throws IOException {
        var size = 0L;
        for (var number : numbers(SNAPSHOT)) {
            size += Files.size(snapshot(number));
        }
        for (var number : numbers(JOURNAL)) {
            size += Files.size(journal(number));
        }
        return size;
    }

    private List<Long> numbers(String kind) {
        try (var files = Files.list(folder)) {
            var numbers = new TreeMap<Long, Path>();
            files.filter(file -> file.getFileName().toString().matches(kind + "\\d{8}"))
                    .forEach(file -> numbers.put(number(file, kind), file));
            return new ArrayList<>(numbers.keySet());
        } catch (IOException e) {
            throw Folders.unusable(folder, e);
        }
    }

    private static long number(Path file, String kind) {
        return Long.parseLong(file.getFileName().toString().substring(kind.length()));
    }
}
