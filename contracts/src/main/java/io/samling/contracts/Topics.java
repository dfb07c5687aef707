package io.samling.contracts;

import java.util.List;

/** The topics, their shape, and who owns them. */
public final class Topics {

    public static final String MEMBER_FACTS = "samling.member.facts.v1";
    public static final String FUNDING_FACTS = "samling.funding.facts.v1";
    public static final String OWNERSHIP_FACTS = "samling.ownership.facts.v1";

    /** How many partitions a topic of facts has; more mean a new generation of the topic. */
    public static final int FACT_PARTITIONS = 12;

    private Topics() {}

    /** Where a service tells how far its log has been told: one partition, compacted. */
    public static String progressOf(String service) {
        return "samling." + service + ".progress.v1";
    }

    /** The topics of facts that a service owns. */
    public static List<String> factsOf(String service) {
        return switch (service) {
            case "member" -> List.of(MEMBER_FACTS);
            case "funding" -> List.of(FUNDING_FACTS, OWNERSHIP_FACTS);
            default -> throw new IllegalArgumentException("No service " + service);
        };
    }

    /** The services that publish facts. */
    public static List<String> services() {
        return List.of("funding", "member");
    }
}
