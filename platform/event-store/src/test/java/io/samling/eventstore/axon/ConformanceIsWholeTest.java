package io.samling.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;

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

    /** A copy of the same name might have been changed. */
    @Test
    void all_three_come_from_axons_own_jar() {
        assertThat(suites())
                .extracting(suite -> suite.getProtectionDomain().getCodeSource().getLocation())
                .allSatisfy(
                        jar ->
                                assertThat(jar.getPath())
                                        .matches(".*/axon-eventsourcing-[0-9.]+-tests\\.jar"));
    }

    @Test
    void no_test_of_theirs_is_overridden_or_disabled() {
        var theirs =
                suites().stream()
                        .flatMap(suite -> Arrays.stream(suite.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .toList();

        assertThat(theirs).hasSizeGreaterThan(20);
        assertThat(theirs).noneMatch(ConformanceIsWholeTest::isConditional);
        assertThat(OURS.getDeclaredMethods())
                .extracting(Method::getName)
                .doesNotContainAnyElementsOf(inheritedNames());
        assertThat(OURS).matches(ours -> !isConditional(ours));
    }

    /** Of tests, and of what is done before and after each. */
    private static List<String> inheritedNames() {
        return suites().stream()
                .flatMap(suite -> Arrays.stream(suite.getDeclaredMethods()))
                .filter(method -> method.getAnnotations().length > 0)
                .map(Method::getName)
                .toList();
    }

    /** Disabled for good, or where a condition does not hold. */
    private static boolean isConditional(AnnotatedElement element) {
        return element.isAnnotationPresent(Disabled.class)
                || AnnotationSupport.isAnnotated(element, ExtendWith.class);
    }
}
