package io.samling.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.axon.SnapshotSerializers;
import io.samling.member.Remembered;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A long membership is loaded from a snapshot, which has to hold all that decisions need. */
class MembershipSnapshotTest {

    static final Serializer BY_FIELDS = SnapshotSerializers.byFields();

    @Test
    void holds_the_whole_state() {
        var membership = new Membership();
        membership.evolve(Remembered.JOINED);
        membership.evolve(Remembered.LEFT);
        membership.evolve(Remembered.RETURNED);
        membership.evolve(Remembered.MERGED);

        var snapshot = BY_FIELDS.serialize(membership, String.class);
        Membership loaded = BY_FIELDS.deserialize(snapshot);

        assertThat(snapshot.getData()).contains("RESIGNED", Remembered.BOLT, "Acme Svets AB");
        assertThat(loaded).usingRecursiveComparison().isEqualTo(membership);
        assertThat(loaded).hasNoNullFieldsOrProperties();
    }
}
