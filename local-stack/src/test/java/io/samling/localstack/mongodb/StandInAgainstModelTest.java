package io.samling.localstack.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does the same at random to the stand-in and to a plain model, and to a real MongoDB where {@code
 * SAMLING_MONGODB_URI} names one. {@code -Dseed=N} runs a printed seed again.
 */
class StandInAgainstModelTest {

    static final String STAND_IN = "the stand-in";
    static final String REAL = "the server named by SAMLING_MONGODB_URI";

    static MongoStandIn standIn;

    @BeforeAll
    static void start() {
        standIn = MongoStandIn.inMemory("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("serversAndSeeds")
    void says_what_a_plain_model_says(String server, long seed) {
        System.out.println("Random operations on " + server + ", seed " + seed);
        try (var client = connect(server)) {
            var database =
                    client.getDatabase("test_" + UUID.randomUUID().toString().substring(0, 8));
            new RandomOperations(database.getCollection("random", Document.class), seed).run(1500);
            database.drop();
        }
    }

    static Stream<Arguments> serversAndSeeds() {
        var servers = new ArrayList<>(List.of(STAND_IN));
        named().ifPresent(_ -> servers.add(REAL));
        var first = Optional.ofNullable(Long.getLong("seed"));
        var seeds =
                LongStream.range(0, first.isPresent() ? 1 : 10)
                        .map(i -> first.orElse(System.nanoTime()) + i)
                        .boxed()
                        .toList();
        return servers.stream()
                .flatMap(server -> seeds.stream().map(seed -> Arguments.of(server, seed)));
    }

    private static MongoClient connect(String server) {
        var address = server.equals(REAL) ? named().orElseThrow() : standIn.connectionString();
        return MongoClients.create(address);
    }

    private static Optional<String> named() {
        return Optional.ofNullable(System.getenv("SAMLING_MONGODB_URI")).filter(u -> !u.isBlank());
    }
}
