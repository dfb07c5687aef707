package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.samling.eventstore.Views;
import io.samling.testing.TestServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsTest {

    static final List<String> ALL = List.of("0 Founded", "1 Founded", "2 Visited");

    @TempDir Path data;

    @SuppressWarnings("NullAway.Init") // started before each test
    ClubService service;

    @BeforeEach
    void remember_something() {
        service = new ClubService(data);
        service.start(ClubService.Words.class);
        service.send(new Club.Found("club-a", "1"));
        service.send(new Club.Found("club-b", "2"));
        service.send(new Club.Visit("club-b", "Ada"));
        awaitAllHeard();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void begin_anew_when_they_are_told_to() {
        service.heard().addFirst("what a fault has made of it");

        views().rebuild();

        awaitAllHeard();
        assertThat(service.heard()).doesNotContain("what a fault has made of it");
    }

    @Test
    void of_another_log_stand_still_and_say_so_until_they_are_built_anew() {
        service.close();
        giveTheLogANewId();
        service.start(ClubService.Words.class);

        await().untilAsserted(
                        () ->
                                assertThat(views().standings())
                                        .singleElement()
                                        .extracting(Views.Standing::reason)
                                        .asString()
                                        .startsWith("This reader has read the log ")
                                        .contains("./samling rebuild --service club"));
        assertThat(service.heard()).isEmpty();

        views().rebuild();
        awaitAllHeard();
        await().untilAsserted(
                        () ->
                                assertThat(views().standings())
                                        .singleElement()
                                        .returns(null, Views.Standing::reason)
                                        .returns(2L, Views.Standing::position));
    }

    private void giveTheLogANewId() {
        try (var client = MongoClients.create(TestServers.mongodb())) {
            var newId = Updates.set("logId", "0b55e8d4");
            var identity = Filters.eq("_id", "identity");
            var log = client.getDatabase(service.database()).getCollection("log");
            log.updateOne(identity, newId);
        }
    }

    private Views views() {
        return service.bean(Views.class);
    }

    private void awaitAllHeard() {
        await().untilAsserted(() -> assertThat(service.heard()).containsAll(ALL));
    }
}
