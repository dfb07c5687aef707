package io.samling.member;

import static com.mongodb.client.model.Filters.eq;
import static io.samling.member.RunningService.joining;
import static io.samling.member.RunningService.newNumber;
import static io.samling.member.RunningService.positionOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.samling.testing.TestServers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has a long history is decided on from a snapshot and what came after it. */
class LongHistoriesTest {

    private static final String READING =
            """
            {"measure": "HEADCOUNT", "scope": "SITE", "asOf": "2017-12-31", "value": 40,
             "source": "MEMBER"}""";

    @TempDir static Path data;

    @Test
    void every_kind_of_aggregate_has_snapshots_and_goes_on_from_them() {
        try (var service = RunningService.in(data, "--samling.event-store.snapshot-every=2")) {
            var id = UUID.randomUUID();
            var member = "/api/members/" + id;
            var reading = member + "/headcounts/" + UUID.randomUUID();
            var joining = joining(newNumber());

            accepted(service.put(member, joining));
            accepted(service.post(member + "/departure", left("2017-12-31")));
            accepted(service.post(member + "/return", "{\"firstDay\": \"2018-05-01\"}"));
            awaitSnapshotOf("member-" + id);
            accepted(service.put(reading, READING));
            accepted(service.post(reading + "/correction", corrected(41)));
            accepted(service.post(reading + "/correction", corrected(42)));
            awaitSnapshotOf("headcounts-" + id);

            accepted(service.put(member, joining));
            accepted(service.post(member + "/departure", left("2019-12-31")));
            accepted(service.put(reading, READING));
            var last = service.post(reading + "/correction", corrected(43));
            assertThat(last.headers().firstValue("ETag")).contains("\"3\"");
        }
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(positionOf(answer)).isNotEmpty();
    }

    private static String left(String lastDay) {
        return "{\"lastDay\": \"" + lastDay + "\", \"reason\": \"RESIGNED\"}";
    }

    private static String corrected(int value) {
        return "{\"value\": " + value + ", \"source\": \"MEMBER\"}";
    }

    private static void awaitSnapshotOf(String stream) {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            var snapshots = client.getDatabase("samling_member").getCollection("snapshots");
            await().untilAsserted(
                            () -> assertThat(snapshots.find(eq("stream", stream))).isNotEmpty());
        }
    }
}
