package io.samling.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.bwaldvogel.mongo.bson.Document;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is answered before what the answer rests on is on disk. */
class DurabilityTest {

    private static final int CHANGES = 50;

    @TempDir Path folder;

    @Test
    void what_waits_for_a_change_goes_on_once_it_is_written() throws IOException {
        var files = new Generations(folder);
        try (var journal = open(files)) {
            for (int i = 0; i < CHANGES; i++) {
                var text = "<change %d>".formatted(i);
                var written = new CompletableFuture<String>();
                var position = journal.append(change(text));
                journal.whenKept(position, () -> written.complete(content(files.journal(1))));

                assertThat(written.join()).contains(text);
            }
        }
    }

    /** The machine that runs the tests does not lose its power, but it tells of each sync. */
    @Test
    void each_change_that_somebody_waited_for_has_been_synced() throws IOException {
        var files = new Generations(folder);
        try (var recording = new Recording();
                var journal = open(files)) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            for (int i = 0; i < CHANGES; i++) {
                var kept = new CompletableFuture<Void>();
                journal.whenKept(journal.append(change("text")), () -> kept.complete(null));
                kept.join();
            }
            recording.stop();

            assertThat(syncs(recording, files.journal(1))).isGreaterThanOrEqualTo(CHANGES);
        }
    }

    @Test
    void who_reads_a_change_waits_for_it_like_who_made_it() {
        var engine = new Engine(new Collections(), new Counting(), "self:1");
        var inserted = run(engine, insert("things"));
        var other = run(engine, insert("others"));

        assertThat(inserted.position()).isPositive();
        assertThat(run(engine, new Document("find", "things")).position())
                .isEqualTo(inserted.position());
        assertThat(run(engine, new Document("count", "others")).position())
                .isEqualTo(other.position());
    }

    private static Engine.Due run(Engine engine, Document command) {
        return Objects.requireNonNull(engine.run("test", command));
    }

    private static Document insert(String collection) {
        var document = new Document("_id", 1);
        return new Document("insert", collection).append("documents", List.of(document));
    }

    private static Journal open(Generations files) throws IOException {
        Consumer<StackFailure> unexpected = failure -> fail(failure.getMessage());
        var compaction = new Compaction(files, new Collections(), unexpected);
        return Journal.open(files, new Generations.Opened(0, 1, 0), compaction, unexpected);
    }

    private static Changes change(String text) {
        return new Changes()
                .put("test.things", Bson.encode(new Document("_id", 1).append("text", text)));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long syncs(Recording recording, Path file) throws IOException {
        var dump = folder.resolve("syncs.jfr");
        recording.dump(dump);
        return RecordingFile.readAllEvents(dump).stream()
                .filter(event -> event.getString("path").equals(file.toString()))
                .count();
    }

    /** A log that is never behind: all that matters is which position is waited for. */
    private static final class Counting implements ChangeLog {

        private long appended;

        @Override
        public long append(Changes changes) {
            appended += changes.size();
            return appended;
        }

        @Override
        public void whenKept(long position, Runnable work) {
            work.run();
        }

        @Override
        public boolean hasRoom(long data, LongSupplier most) {
            return true;
        }

        @Override
        public void whenRoom(Runnable work) {
            work.run();
        }

        @Override
        public void close() {}
    }
}
