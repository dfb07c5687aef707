package io.samling.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.NamedEventSerializer;
import io.samling.funding.financing.GrantEvent.Contribution;
import io.samling.funding.financing.GrantEvent.Decision;
import io.samling.funding.financing.GrantEvent.GrantDecided;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import io.samling.testing.KeptEvents;
import io.samling.testing.KeptShapes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are a file format: what is kept here has to be readable for ever. */
class StoredEventsTest {

    static final NamedEventSerializer STORED =
            new NamedEventSerializer(new FundingConfiguration().vocabulary());

    @ParameterizedTest
    @MethodSource("io.samling.funding.Remembered#everySort")
    void an_event_is_stored_as_it_was_when_it_was_kept(Object event) {
        var stored = STORED.serialize(event, String.class);

        var type = stored.getType();
        KeptEvents.ofModule().assertKept(type.getName(), type.getRevision(), stored.getData());
        assertThat(read(stored)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("io.samling.funding.Remembered#everySort")
    void an_event_has_the_shape_that_is_kept_for_its_name_and_revision(Object event) {
        var type = STORED.typeForClass(event.getClass());

        KeptShapes.ofModule().assertKept(type.getName(), type.getRevision(), event.getClass());
    }

    @Test
    void what_is_unknown_stays_unknown() {
        List<Object> events =
                List.of(
                        new ProjectRegistered(
                                Remembered.PROJECT, "x", "y", null, null, null, null, false),
                        new GrantDecided(
                                Remembered.GRANT,
                                Remembered.PROJECT,
                                new Decision(
                                        List.of(new Contribution("z", null)), null, null, "GRANT"),
                                null),
                        new HolderEntered(Remembered.REGISTER, Remembered.REGION, "x", null));

        assertThat(events)
                .allSatisfy(
                        event -> {
                            var stored = STORED.serialize(event, String.class);
                            assertThat(read(stored)).isEqualTo(event);
                        });
    }

    @Test
    void every_event_of_the_vocabulary_is_kept() {
        Set<Class<?>> vocabulary = new HashSet<>();
        for (var family : new FundingConfiguration().vocabulary().families()) {
            vocabulary.addAll(List.of(family.getPermittedSubclasses()));
        }

        assertThat(Remembered.everySort())
                .<Class<?>>extracting(Object::getClass)
                .hasSameElementsAs(vocabulary);
    }

    static Object read(SerializedObject<String> stored) {
        return STORED.deserialize(stored);
    }
}
