package io.samling.funding.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.axon.SnapshotSerializers;
import io.samling.funding.Remembered;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** A long project is loaded from a snapshot, which has to hold all that decisions are made on. */
class ProjectSnapshotTest {

    static final Serializer BY_FIELDS = SnapshotSerializers.byFields();

    @Test
    void holds_the_whole_state() {
        var project = new Project();
        project.evolve(Remembered.PROJECT_REGISTERED);

        var snapshot = BY_FIELDS.serialize(project, String.class);
        Project loaded = BY_FIELDS.deserialize(snapshot);

        assertThat(loaded).usingRecursiveComparison().isEqualTo(project);
        assertThat(loaded).hasNoNullFieldsOrProperties();
    }
}
