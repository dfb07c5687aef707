package io.samling.eventstore.config;

import io.samling.testing.TestServers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What tests share that are run within a service on the store: its servers and its folder. */
abstract class StoreTest {

    @TempDir static Path data;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        var database = TestServers.database();
        properties.add("samling.mongodb.uri", TestServers::mongodb);
        properties.add("samling.data", () -> data);
        properties.add("test.database", () -> database);
    }
}
