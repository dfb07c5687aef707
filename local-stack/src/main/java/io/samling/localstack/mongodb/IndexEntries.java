package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the keys under which an index holds a document: one, or one per element of an array. */
final class IndexEntries {

    private final IndexSpec spec;
    private final TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
    private final int[] arraysOnTheWay;

    private IndexEntries(IndexSpec spec) {
        this.spec = spec;
        this.arraysOnTheWay = new int[spec.parts().size()];
    }

    static IndexEntries of(IndexSpec spec, Document document) {
        var entries = new IndexEntries(spec);
        var start = new ArrayList<Step>();
        for (int i = 0; i < spec.parts().size(); i++) {
            start.add(new Step(document, 0, false));
        }
        entries.follow(start, new int[spec.parts().size()]);
        return entries;
    }

    /** The keys in order, without repeats; none where a sparse index leaves the document out. */
    Iterable<byte[]> keys() {
        return keys;
    }

    /** The least key, which is what a sort by the same parts compares. */
    byte[] first() {
        return keys.getFirst();
    }

    /** How many arrays lie on the way to the value of a part; more than 0 means several keys. */
    int arrays(int part) {
        return arraysOnTheWay[part];
    }

    boolean sameKeysAs(IndexEntries other) {
        if (keys.size() != other.keys.size()) {
            return false;
        }
        var others = other.keys.iterator();
        return keys.stream().allMatch(key -> Arrays.equals(key, others.next()));
    }

    /** How far one part of the key has been followed; an ended one is not followed into arrays. */
    private record Step(@Nullable Object value, int at, boolean ended) {}

    private void follow(List<Step> steps, int[] arrays) {
        var followed = new ArrayList<Step>();
        List<?> array = null;
        for (int i = 0; i < steps.size(); i++) {
            var step = untilArray(steps.get(i), spec.parts().get(i).path());
            followed.add(step);
            if (!step.ended() && step.value() instanceof List<?> found) {
                array = sameArray(array, found);
            }
        }
        if (array == null) {
            add(followed);
        } else {
            expand(followed, array, arrays);
        }
    }

    private static Step untilArray(Step step, FieldPath path) {
        var value = step.value();
        var at = step.at();
        while (at < path.parts().size() && !step.ended() && !(value instanceof List)) {
            value = value instanceof Document d ? d.getOrMissing(path.parts().get(at)) : missing();
            at++;
        }
        return new Step(value, at, step.ended());
    }

    @SuppressWarnings("ReferenceEquality") // two arrays that look alike are still two
    private static List<?> sameArray(@Nullable List<?> first, List<?> other) {
        if (first != null && first != other) {
            throw new MongoServerError(
                    171, "CannotIndexParallelArrays", "cannot index parallel arrays");
        }
        return other;
    }

    private void expand(List<Step> steps, List<?> array, int[] arrays) {
        var deeper = arrays.clone();
        for (int i = 0; i < steps.size(); i++) {
            if (isAt(steps.get(i), array)) {
                deeper[i]++;
                arraysOnTheWay[i] = Math.max(arraysOnTheWay[i], deeper[i]);
            }
        }
        if (array.isEmpty()) {
            follow(inside(steps, array, Nothing.HERE), deeper);
        }
        for (var element : array) {
            follow(inside(steps, array, element), deeper);
        }
    }

    private List<Step> inside(List<Step> steps, List<?> array, @Nullable Object element) {
        var inside = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var length = spec.parts().get(i).path().parts().size();
            inside.add(isAt(step, array) ? inside(step, element, step.at() == length) : step);
        }
        return inside;
    }

    /** An array is opened once on the way: an array inside it is a value, or leads nowhere. */
    private static Step inside(Step step, @Nullable Object element, boolean isTheValue) {
        if (isTheValue) {
            return new Step(element, step.at(), true);
        }
        return element instanceof Document
                ? new Step(element, step.at(), false)
                : new Step(missing(), step.at(), true);
    }

    @SuppressWarnings("ReferenceEquality") // two arrays that look alike are still two
    private static boolean isAt(Step step, List<?> array) {
        return !step.ended() && step.value() == array;
    }

    /** A sparse index leaves out what has none of its fields, be it an element of an array. */
    private void add(List<Step> steps) {
        if (spec.sparse() && steps.stream().allMatch(step -> step.value() instanceof Missing)) {
            return;
        }
        var key = new KeyWriter();
        for (int i = 0; i < steps.size(); i++) {
            var value = steps.get(i).value();
            var ascending = spec.parts().get(i).ascending();
            if (value instanceof Nothing) {
                key.undefined(ascending);
            } else {
                key.part(value, ascending);
            }
        }
        keys.add(key.toBytes());
    }

    private static Object missing() {
        return Missing.getInstance();
    }

    /** Stands for the element that an empty array does not have. */
    private enum Nothing {
        HERE
    }
}
