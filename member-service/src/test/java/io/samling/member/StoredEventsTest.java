package io.samling.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.NamedEventSerializer;
import io.samling.testing.KeptEvents;
import io.samling.testing.KeptShapes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are a file format: what is kept here must be read for ever. */
class StoredEventsTest {

    final NamedEventSerializer serializer = new NamedEventSerializer(MemberVocabulary.VOCABULARY);

    static List<Object> events() {
        return Remembered.everySort();
    }

    @ParameterizedTest
    @MethodSource("events")
    void are_written_as_they_are_kept(Object event) {
        var stored = serializer.serialize(event, String.class);

        var type = stored.getType();
        KeptEvents.ofModule().assertKept(type.getName(), type.getRevision(), stored.getData());
    }

    @ParameterizedTest
    @MethodSource("events")
    void are_read_as_they_are_written(Object event) {
        Object read = serializer.deserialize(serializer.serialize(event, String.class));

        assertThat(read).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void have_the_shape_that_is_kept_for_their_name_and_revision(Object event) {
        var type = serializer.typeForClass(event.getClass());

        KeptShapes.ofModule().assertKept(type.getName(), type.getRevision(), event.getClass());
    }

    @Test
    void none_is_left_out() {
        assertThat(events())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(
                        MemberVocabulary.VOCABULARY.families().stream()
                                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                                .toList());
    }
}
