package io.samling.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Axon's suites count only as they are. */
class ConformanceIsWholeTest {

    private static final Class<?> OURS = ConformanceTest.class;

    private static List<Class<?>> suites() {
        var suites = new ArrayList<Class<?>>();
        for (var type = OURS.getSuperclass(); type != Object.class; type = type.getSuperclass()) {
            suites.add(type);
        }
        return suites;
    }

    @Test
    void all_three_are_inherited() {
        assertThat(suites())
                .extracting(Class::getSimpleName)
                .containsExactly(
                        "BatchingEventStorageEngineTest",
                        "AbstractEventStorageEngineTest",
                        "EventStorageEngineTest");
    }

    @Test
    void no_test_of_theirs_is_overridden_or_disabled() {
        var theirs =
                suites().stream()
                        .flatMap(suite -> Arrays.stream(suite.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .toList();

        assertThat(theirs).hasSizeGreaterThan(20);
        assertThat(theirs).noneMatch(method -> method.isAnnotationPresent(Disabled.class));
        assertThat(OURS.getDeclaredMethods())
                .extracting(Method::getName)
                .doesNotContainAnyElementsOf(theirs.stream().map(Method::getName).toList());
        assertThat(OURS.isAnnotationPresent(Disabled.class)).isFalse();
    }
}
