package io.samling.eventrelay;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** What the relay of one service works with. */
record RelayParts(
        String service,
        RelayedLog log,
        RelayClaim claim,
        FactRecords facts,
        ServiceTopics topics,
        KafkaClients kafka,
        NewestMark newestMark,
        JsonMapper json,
        Clock clock,
        RelayProperties properties) {

    /** The parts for a service, its JSON as the contract has it whatever the service prefers. */
    static RelayParts of(
            String service,
            RelayedLog log,
            RelayClaim claim,
            Translation translation,
            String bootstrap,
            Clock clock,
            RelayProperties properties) {
        // what is unknown is left out of a fact
        var json =
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(
                                inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                        .build();
        return new RelayParts(
                service,
                log,
                claim,
                new FactRecords(service, log.id(), translation, json),
                new ServiceTopics(service),
                new KafkaClients(bootstrap, properties.patience()),
                new NewestMark(service, json, properties.patience()),
                json,
                clock,
                properties);
    }

    /** One name for each log: who opens it next shuts out who had it before. */
    String transactionalId() {
        return service + "-" + log.id() + "-0";
    }
}
