package io.samling.localstack.bench;

import io.samling.localstack.bench.StackBench.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the disk itself allows: one durable write after another. */
final class DiskBench {

    private DiskBench() {}

    static List<Line> measure(Path folder, int seconds) throws IOException {
        var file = folder.resolve("fsync-probe");
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var end = System.nanoTime() + seconds * 1_000_000_000L;
            var syncs = 0L;
            while (System.nanoTime() < end) {
                channel.write(ByteBuffer.allocate(512));
                channel.force(false);
                syncs++;
            }
            return List.of(
                    new Line(
                            "disk: appends of 512 bytes with fsync",
                            (double) syncs / seconds,
                            "per s"));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
