package io.samling.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.Slice;

/** Chooses slices by the classes that are in them. */
final class SliceOf {

    private SliceOf() {}

    /** Slices all of whose classes are such. */
    static DescribedPredicate<Slice> classes(DescribedPredicate<JavaClass> such) {
        return DescribedPredicate.describe(
                "consist of " + such.getDescription(), slice -> slice.stream().allMatch(such));
    }
}
