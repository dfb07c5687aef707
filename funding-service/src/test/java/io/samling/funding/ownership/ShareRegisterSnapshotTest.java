package io.samling.funding.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.axon.SnapshotSerializers;
import io.samling.funding.Remembered;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A long register is loaded from a snapshot, which has to hold all that decisions are made on. */
class ShareRegisterSnapshotTest {

    static final Serializer BY_FIELDS = SnapshotSerializers.byFields();

    @Test
    void holds_the_whole_state() {
        var register = new ShareRegister();
        register.evolve(Remembered.REGISTER_OPENED);
        register.evolve(Remembered.HOLDER_ENTERED);
        register.evolve(Remembered.SHARES_ISSUED);
        register.evolve(Remembered.SHARES_TRANSFERRED);
        register.evolve(Remembered.SHARES_REDEEMED);

        var snapshot = BY_FIELDS.serialize(register, String.class);
        ShareRegister loaded = BY_FIELDS.deserialize(snapshot);

        assertThat(loaded).usingRecursiveComparison().isEqualTo(register);
        assertThat(loaded).hasNoNullFieldsOrProperties();
    }
}
