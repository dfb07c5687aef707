package io.samling.localstack.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** {@code -Dseed=N} runs a printed seed again. */
class StandInAgainstModelTest {

    static MongoStandIn standIn;
    static MongoClient client;

    @BeforeAll
    static void start() {
        standIn = MongoStandIn.inMemory("127.0.0.1", 0);
        client = MongoClients.create(standIn.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        standIn.close();
    }

    @RepeatedTest(10)
    void says_what_a_plain_model_says(RepetitionInfo repetition) {
        var seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var name = "random" + repetition.getCurrentRepetition();
        var collection = client.getDatabase("test").getCollection(name, Document.class);

        new RandomOperations(collection, seed).run(1500);
    }
}
