package io.samling.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The broker's settings: one node, few threads, small buffers, nothing created by accident. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private KafkaSettings() {}

    static Map<String, Object> of(Path log, String address, int port, int controllerPort) {
        var settings = new HashMap<String, Object>();
        settings.putAll(oneNode(address, port, controllerPort));
        settings.putAll(internalTopicsOfOneReplica());
        settings.putAll(littleMemory());
        settings.put("log.dirs", log.toString());
        // a topic that nobody created on purpose would have the wrong partitions for ever
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        return settings;
    }

    private static Map<String, Object> oneNode(String address, int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + address + ":" + controllerPort,
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d"
                        .formatted(address, port, CONTROLLER, address, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://%s:%d".formatted(address, port),
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER));
    }

    private static Map<String, Object> internalTopicsOfOneReplica() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    private static Map<String, Object> littleMemory() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "3",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "1",
                "log.cleaner.dedupe.buffer.size", String.valueOf(4 * MIB),
                "log.cleaner.io.buffer.size", String.valueOf(64 * KIB),
                // state topics are small and rewritten often: look for work sooner than each 15 s
                "log.cleaner.backoff.ms", "5000",
                // index files are mapped whole: 1 MiB is enough for a segment of 1 GiB
                "log.index.size.max.bytes", String.valueOf(MIB),
                "metric.reporters", "");
    }
}
