package io.samling.journeys;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** A service's log as it lies in MongoDB, read past all code of the services. */
record Log(String service, MongoDatabase database) {

    /** Every event from the first on; fails where the chain of commits has a hole. */
    List<Event> events() {
        var events = new ArrayList<Event>();
        var commits = database.getCollection("commits").withReadConcern(ReadConcern.MAJORITY);
        for (var commit : commits.find().sort(new Document("_id", 1))) {
            if (commit.getLong("_id") != events.size()) {
                throw new AssertionError(
                        "The " + service + " log has a hole before " + commit.getLong("_id"));
            }
            for (var event : commit.getList("events", Document.class)) {
                events.add(Event.of(events.size(), event));
            }
        }
        return events;
    }

    /**
     * What a service remembers.
     *
     * @param position its place in the log
     * @param name such as {@code grant.decided}
     */
    record Event(long position, String stream, String name, JsonNode data) {

        private static Event of(long position, Document event) {
            return new Event(
                    position,
                    event.getString("stream"),
                    event.getString("name"),
                    Api.JSON.readTree(event.getString("data")));
        }

        /** Whether the event is of this member, reading, project or grant. */
        boolean isAbout(String id) {
            var own = data.has("readingId") ? "readingId" : "";
            return own.isEmpty() ? stream.endsWith("-" + id) : text(own).equals(id);
        }

        String text(String field) {
            return data.get(field).asString();
        }
    }
}
