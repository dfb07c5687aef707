package io.samling.funding.financing;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.axon.SnapshotSerializers;
import io.samling.funding.Remembered;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A long grant is loaded from a snapshot, which has to hold all that decisions are made on. */
class GrantSnapshotTest {

    static final Serializer BY_FIELDS = SnapshotSerializers.byFields();

    @Test
    void holds_the_whole_state() {
        var grant = new Grant();
        grant.evolve(Remembered.GRANT_DECIDED);
        grant.evolve(Remembered.GRANT_CHANGED);
        grant.evolve(Remembered.GRANT_WITHDRAWN);

        var snapshot = BY_FIELDS.serialize(grant, String.class);
        Grant loaded = BY_FIELDS.deserialize(snapshot);

        assertThat(loaded).usingRecursiveComparison().isEqualTo(grant);
        assertThat(loaded).hasNoNullFieldsOrProperties();
    }
}
