package io.samling.eventstore.axon;

/** Tells the code of an aggregate from the code it was before. */
@FunctionalInterface
public interface Fingerprints {

    /** Some text that changes with the code of the class named, and of what it is made of. */
    String of(String className);
}
