package io.samling.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;

/** The shape of a commit is for keeps: what was written first must be readable for ever. */
class CommitDocumentTest {

    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");

    static final CommitHead BEFORE =
            new CommitHead(40, 2, "before", "ab".repeat(32), 0, null, List.of());

    static final NewEvent JOINED =
            new NewEvent(
                    "event-1",
                    "member-1",
                    0,
                    "Member",
                    "member.joined",
                    null,
                    NOON,
                    null,
                    "{\"name\":\"Åre Lift AB\"}",
                    "{\"actor\":\"a\"}");

    static final NewEvent NOTED =
            new NewEvent("event-2", "event-2", 0, null, "noted", "2", NOON, null, "{}", "{}");

    static BsonDocument commit() {
        var streams = List.of(new StreamPart("member-1", 0, 1), new StreamPart("event-2", 0, 1));
        var once = new OnceKey("key", "request");
        var claims = List.of("organisationsnummer:5560360793:0");
        var wait = CallersWait.begin();
        var events = List.of(JOINED, NOTED);
        var commit = new NewCommit("commit-1", wait, once, claims, streams, events);
        return CommitDocument.after(BEFORE, commit, 0);
    }

    static BsonDocument kept() {
        try (var file = CommitDocumentTest.class.getResourceAsStream("/kept/commit.json")) {
            assertThat(file).isNotNull();
            return BsonDocument.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void is_written_as_it_was_first() {
        var extended = JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

        assertThat(commit().toJson(extended)).isEqualTo(kept().toJson(extended));
    }

    @Test
    void is_read_as_it_was_first_written() {
        var commit = CommitDocument.commit(kept());

        assertThat(CommitDocument.isIntact(kept())).isTrue();
        assertThat(commit.head().next()).isEqualTo(44);
        assertThat(commit.predecessorHash()).isEqualTo(BEFORE.hash());
        assertThat(commit.events().getFirst())
                .isEqualTo(
                        new StoredEvent(
                                42,
                                "event-1",
                                "member-1",
                                0,
                                "Member",
                                "member.joined",
                                null,
                                NOON.toEpochMilli(),
                                JOINED.payload(),
                                JOINED.metadata()));
    }

    @Test
    void a_changed_field_breaks_the_hash_and_an_erased_claim_does_not() {
        var erased = kept();
        erased.remove("claims");
        var changed = kept();
        changed.put("id", new BsonString("another"));

        assertThat(CommitDocument.isIntact(erased)).isTrue();
        assertThat(CommitDocument.isIntact(changed)).isFalse();
    }
}
