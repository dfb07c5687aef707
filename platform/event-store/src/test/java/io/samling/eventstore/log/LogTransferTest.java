package io.samling.eventstore.log;

import static io.samling.eventstore.log.TestLogs.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.samling.kernel.Claiming.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.BsonInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTransferTest {

    static final Claim TAKE = Claim.take("organisationsnummer", "5560360793");

    final TestLogs logs = new TestLogs();
    final TestLogs elsewhere = new TestLogs();
    @TempDir Path folder;

    @BeforeEach
    void fill() {
        var log = logs.open();
        log.append(List.of(event("a", 0), event("b", 0), event("a", 1)), List.of(), null);
        log.append(List.of(event("c", 0)), List.of(TAKE), OnceKey.of("actor", "key", "request"));
        log.append(List.of(event("a", 2)), List.of(), null);
    }

    @AfterEach
    void close() {
        logs.close();
        elsewhere.close();
    }

    Path exported() throws IOException {
        var file = folder.resolve("log.ndjson");
        assertThat(new LogExport("sample", logs.database(), Clock.systemUTC(), _ -> {}).to(file))
                .isEqualTo(5);
        return file;
    }

    long restore(Path file) throws IOException {
        return new LogImport("sample", elsewhere.database(), _ -> {}).from(file);
    }

    @Test
    void what_is_exported_can_be_restored_as_it_was_under_a_new_id() throws IOException {
        var idBefore = logs.open().identity().logId();

        assertThat(restore(exported())).isEqualTo(5);

        assertThat(elsewhere.commits()).isEqualTo(logs.commits());
        var restored = elsewhere.open();
        assertThat(restored.identity().logId()).isNotEqualTo(idBefore);
        assertThat(restored.append(List.of(event("a", 3)), List.of(), null).position())
                .isEqualTo(5);
    }

    @Test
    void each_event_is_a_line() throws IOException {
        assertThat(Files.readAllLines(exported())).hasSize(1 + 5 + 1);
    }

    @Test
    void what_an_interrupted_import_left_is_not_taken_for_a_log_and_can_be_imported_again()
            throws IOException {
        var file = exported();
        LogIdentities.beginImport(elsewhere.database());
        LogCollection.in(elsewhere.database()).insertOne(logs.commits().getFirst());
        assertThatThrownBy(() -> LogImport.requireWhole(elsewhere.database()))
                .isInstanceOf(LogBroken.class);

        restore(file);

        assertThat(elsewhere.commits()).isEqualTo(logs.commits());
        LogImport.requireWhole(elsewhere.database());
    }

    @Test
    void what_is_not_what_was_written_is_not_exported_and_no_file_is_left() throws IOException {
        var file = exported();
        Files.delete(file);
        var log = LogCollection.in(logs.database());
        log.updateOne(Filters.eq("_id", new BsonInt64(3)), Updates.set("events.0.data", "{}"));

        assertThatThrownBy(this::exported)
                .isInstanceOf(LogBroken.class)
                .hasMessage("The commit at 3 is not what was written");
        assertThat(folder).isEmptyDirectory();
    }

    @Nested
    class Is_refused_before_anything_is_written {

        void assertRefused(List<String> lines, String sentence) throws IOException {
            var file = Files.write(folder.resolve("changed.ndjson"), lines);

            assertThatThrownBy(() -> restore(file))
                    .isInstanceOf(LogImport.Refused.class)
                    .hasMessageContaining(sentence);
            assertThat(elsewhere.commits()).isEmpty();
        }

        @Test
        void what_was_cut() throws IOException {
            var lines = Files.readAllLines(exported());

            assertRefused(lines.subList(0, 4), "its end is missing");
        }

        @Test
        void what_lacks_a_line() throws IOException {
            var lines = new ArrayList<>(Files.readAllLines(exported()));
            lines.remove(2);

            assertRefused(lines, "position 1 is missing");
        }

        @Test
        void what_was_changed() throws IOException {
            var lines = new ArrayList<>(Files.readAllLines(exported()));
            lines.set(4, lines.get(4).replace("c/0", "c/9"));

            assertRefused(lines, "The commit at 3 is not what was exported");
        }

        @Test
        void what_is_garbled() throws IOException {
            var lines = new ArrayList<>(Files.readAllLines(exported()));
            lines.set(3, lines.get(3).substring(0, 20));

            assertRefused(lines, "is garbled");
        }

        @Test
        void what_was_changed_in_any_place() throws IOException {
            var whole = Files.readString(exported());
            for (long seed = 1; seed <= 200; seed++) {
                var file = Files.writeString(folder.resolve("any.ndjson"), changed(whole, seed));

                assertThatThrownBy(() -> restore(file))
                        .as("seed %d", seed)
                        .isInstanceOf(LogImport.Refused.class);
            }
            assertThat(elsewhere.commits()).isEmpty();
        }

        private static String changed(String whole, long seed) {
            var random = new Random(seed);
            int at = random.nextInt(whole.length() - 1);
            int length = random.nextInt(1, 40);
            var end = whole.substring(Math.min(whole.length(), at + length));
            return switch (random.nextInt(4)) {
                case 0 -> whole.substring(0, at);
                case 1 -> whole.substring(0, at) + end;
                case 2 -> whole.substring(0, at) + (char) (whole.charAt(at) + 1) + end;
                default -> whole + whole.substring(at);
            };
        }

        @Test
        void what_is_another_services() throws IOException {
            var file = exported();

            assertThatThrownBy(
                            () -> new LogImport("other", elsewhere.database(), _ -> {}).from(file))
                    .hasMessage("The file is the log of sample, not of other");
        }

        @Test
        void what_would_come_on_top_of_a_log() throws IOException {
            var file = exported();

            assertThatThrownBy(() -> new LogImport("sample", logs.database(), _ -> {}).from(file))
                    .hasMessageContaining("is not empty");
        }
    }

    @Nested
    class Verifying {

        List<String> findings() {
            return new LogVerification(e -> e.stream().equals("c") ? "it is a c" : null)
                    .of(logs.database(), _ -> {})
                    .findings();
        }

        @Test
        void names_events_that_cannot_be_read() {
            assertThat(findings())
                    .containsExactly("The event at 3 (sample.happened) cannot be read: it is a c");
        }

        @Test
        void names_gaps_and_broken_sequences() {
            var log = LogCollection.in(logs.database());
            log.deleteOne(Filters.eq("_id", new BsonInt64(0)));

            assertThat(findings())
                    .containsExactly(
                            "After position -1 the log goes on at 3",
                            "The event at 3 (sample.happened) cannot be read: it is a c",
                            "The stream a goes on at 2 instead of 0, at position 4");
        }

        @Test
        void names_what_is_no_commit_and_what_follows_it() {
            var log = LogCollection.in(logs.database());
            log.updateOne(Filters.eq("_id", new BsonInt64(0)), Updates.set("events.1.data", 7));
            log.updateOne(Filters.eq("_id", new BsonInt64(4)), Updates.set("events", List.of()));

            assertThat(findings())
                    .contains(
                            "The commit at 0 is not what was written",
                            "What lies after position -1 has not the shape of a commit",
                            "The event at 3 (sample.happened) cannot be read: it is a c",
                            "The commit at 4 lacks events");
        }

        @Test
        void walks_to_the_end_however_much_there_is_to_find() {
            var log = logs.open();
            for (var i = 0; i < 60; i++) {
                log.append(List.of(event("d", 2L * i + 1)), List.of(), null);
            }

            var report =
                    new LogVerification(_ -> "it is not to be read").of(logs.database(), _ -> {});

            assertThat(report.events()).isEqualTo(65);
            assertThat(report.findings()).hasSize(101).last().isEqualTo("and 25 findings more");
        }

        @Test
        void names_a_commit_that_was_changed() {
            var log = LogCollection.in(logs.database());
            log.updateOne(Filters.eq("_id", new BsonInt64(4)), Updates.set("events.0.data", "{}"));

            assertThat(findings()).contains("The commit at 4 is not what was written");
        }
    }
}
