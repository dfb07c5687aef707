package io.samling.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Watches how large the files of a folder are together, as often as it can, until it is closed. */
public final class FileSizes implements AutoCloseable {

    private final Path folder;
    private final Thread thread = Thread.ofPlatform().name("file-sizes").unstarted(this::watch);
    private volatile boolean closing;
    private volatile long peak;

    private FileSizes(Path folder) {
        this.folder = folder;
    }

    public static FileSizes watch(Path folder) {
        var sizes = new FileSizes(folder);
        sizes.thread.start();
        return sizes;
    }

    /** The most that all files held at one moment. */
    public long peak() {
        return peak;
    }

    private void watch() {
        while (!closing) {
            peak = Math.max(peak, now(folder).orElse(0));
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(100));
        }
    }

    /** Nothing where files came or went meanwhile, or what is gone would count beside what came. */
    static OptionalLong now(Path folder) {
        try {
            var before = files(folder);
            var size = 0L;
            for (var file : before) {
                size += Files.size(file);
            }
            return before.equals(files(folder)) ? OptionalLong.of(size) : OptionalLong.empty();
        } catch (NoSuchFileException gone) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
