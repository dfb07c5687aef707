package io.samling.eventrelay;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as the contract has it: kept for ever.
 *
 * @param cleanup the clean-up policy
 */
record WantedTopic(String name, int partitions, String cleanup) {

    private static final String FOR_EVER = "-1";
    private static final String NEVER_ROLLED_BY_TIME = String.valueOf(Long.MAX_VALUE);
    private static final String FOUR_MEBIBYTES = String.valueOf(4 << 20);

    Map<String, String> settings() {
        var settings = new TreeMap<>(comparedSettings());
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, NEVER_ROLLED_BY_TIME);
        if (cleanup.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            // only closed segments are compacted, and marks are written each second
            settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, FOUR_MEBIBYTES);
        }
        return settings;
    }

    void compare(int actualPartitions, Config actual) {
        if (actualPartitions != partitions) {
            throw differs("partitions", partitions, actualPartitions);
        }
        for (var setting : comparedSettings().entrySet()) {
            var entry = actual.get(setting.getKey());
            var value = entry == null ? "unknown" : entry.value();
            if (!setting.getValue().equals(value)) {
                throw differs(setting.getKey(), setting.getValue(), value);
            }
        }
    }

    private Map<String, String> comparedSettings() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, cleanup,
                TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
    }

    private RelayFault.Stands differs(String what, Object wanted, Object actual) {
        return new RelayFault.Stands(
                "Topic %s has %s %s where %s is wanted; alter the topic, or move it away so that it is made anew"
                        .formatted(name, what, actual, wanted));
    }
}
