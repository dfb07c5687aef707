package io.samling.member.headcount;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.axon.SnapshotSerializers;
import io.samling.member.Remembered;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Many readings are loaded from a snapshot, which has to hold all that decisions need. */
class HeadcountsSnapshotTest {

    static final Serializer BY_FIELDS = SnapshotSerializers.byFields();

    @Test
    void holds_the_whole_state() {
        var headcounts = new Headcounts();
        headcounts.evolve(Remembered.REPORTED);
        headcounts.evolve(Remembered.CORRECTED);

        var snapshot = BY_FIELDS.serialize(headcounts, String.class);
        Headcounts loaded = BY_FIELDS.deserialize(snapshot);

        assertThat(snapshot.getData()).contains("HEADCOUNT", "3850");
        assertThat(loaded).usingRecursiveComparison().isEqualTo(headcounts);
        assertThat(loaded).hasNoNullFieldsOrProperties();
    }
}
