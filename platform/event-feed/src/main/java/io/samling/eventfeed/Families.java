package io.samling.eventfeed;

import io.samling.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The families of facts that this service takes, by their topics and services. */
final class Families {

    private final Map<String, Family<?, ?, ?>> byTopic = new HashMap<>();

    Families(List<? extends Family<?, ?, ?>> families) {
        for (var family : families) {
            if (byTopic.put(family.topic(), family) != null) {
                throw new IllegalArgumentException("Two families take " + family.topic());
            }
        }
    }

    /** Who takes the facts of a topic. */
    @Nullable Family<?, ?, ?> on(String topic) {
        return byTopic.get(topic);
    }

    /** Those whose facts a service tells. */
    List<Family<?, ?, ?>> of(String service) {
        return byTopic.values().stream().filter(f -> f.service().equals(service)).toList();
    }

    SortedSet<String> services() {
        var services = new TreeSet<String>();
        byTopic.values().forEach(family -> services.add(family.service()));
        return services;
    }

    /** All topics to watch: those of the facts and those of the progress marks. */
    SortedSet<String> watched() {
        var topics = topics();
        services().forEach(service -> topics.add(Topics.progressOf(service)));
        return topics;
    }

    SortedSet<String> topics() {
        return new TreeSet<>(byTopic.keySet());
    }
}
