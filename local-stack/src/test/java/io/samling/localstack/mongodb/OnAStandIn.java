package io.samling.localstack.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A stand-in in memory, a client of it as Samling connects, and an empty collection. */
abstract class OnAStandIn {

    static MongoStandIn standIn;
    static MongoClient client;

    MongoCollection<Document> things;

    @BeforeAll
    static void start() {
        standIn = MongoStandIn.inMemory("127.0.0.1", 0);
        client = connect(standIn.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        standIn.close();
    }

    @BeforeEach
    void emptyCollection() {
        things = client.getDatabase("test").getCollection("things");
        things.drop();
    }

    static Document doc(int id) {
        return new Document("_id", id);
    }

    static MongoClient connect(String connectionString) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(connectionString))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .build());
    }
}
