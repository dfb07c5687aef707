package io.samling.eventrelay;

import java.util.List;

/** Puts what a service remembers into the words of the contract. One bean in each service. */
@FunctionalInterface
public interface Translation {

    /**
     * The facts that an event tells, in order; none for an event that is nobody else's business. An
     * event that it does not know is a fault, never silence.
     */
    List<Fact> factsOf(Object event);

    /**
     * One fact, before it is enveloped.
     *
     * @param topic one of the service's own, see {@link io.samling.contracts.Topics}
     * @param type the {@code ce_type}
     * @param subject the subject's id, which is also the record's key
     * @param body a record of the contract, written as JSON
     */
    record Fact(String topic, String type, String subject, Object body) {}
}
