package io.samling.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What MongoDB's manual says of null, of missing fields, of types and of arrays, where each is easy
 * to get wrong: with and without an index the answer must be the same.
 */
class MatchingTest extends OnAStandIn {

    private static final List<String> DOCUMENTS =
            List.of(
                    "{_id: 1, a: 5}",
                    "{_id: 2, a: 5.5}",
                    "{_id: 3, a: '5'}",
                    "{_id: 4, a: null}",
                    "{_id: 5}",
                    "{_id: 6, a: []}",
                    "{_id: 7, a: [1, 9]}",
                    "{_id: 8, a: [[1, 9], 'x']}",
                    "{_id: 9, a: {b: 1}}",
                    "{_id: 10, a: [{b: 1, c: 1}, {b: 9, c: 9}]}",
                    "{_id: 11, a: [{c: 1}, {b: 9}]}",
                    "{_id: 12, a: true}",
                    "{_id: 13, a: [null]}",
                    "{_id: 14, a: NaN}",
                    "{_id: 15, a: {b: null, c: 1}}");

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("{a: 5}", List.of(1)),
                Arguments.of("{a: {$gt: 4}}", List.of(1, 2, 7)),
                Arguments.of("{a: {$lt: 6}}", List.of(1, 2, 7)),
                Arguments.of("{a: {$gte: NaN}}", List.of(14)),
                Arguments.of("{a: {$gt: NaN}}", List.of()),
                Arguments.of("{a: {$gt: '4'}}", List.of(3, 8)),
                Arguments.of("{a: null}", List.of(4, 5, 13)),
                Arguments.of("{a: {$gte: null}}", List.of(4, 5, 13)),
                Arguments.of("{a: {$gt: null}}", List.of()),
                Arguments.of("{a: {$exists: false}}", List.of(5)),
                Arguments.of("{a: {$in: [null, true]}}", List.of(4, 5, 12, 13)),
                Arguments.of("{a: {$ne: null}}", List.of(1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 14, 15)),
                Arguments.of("{a: {$not: {$gt: 4}}, _id: {$lt: 6}}", List.of(3, 4, 5)),
                Arguments.of("{a: [1, 9]}", List.of(7, 8)),
                Arguments.of("{a: []}", List.of(6)),
                Arguments.of("{a: {$gt: 4, $lt: 6}}", List.of(1, 2, 7)),
                Arguments.of("{a: {$elemMatch: {$gt: 4, $lt: 6}}}", List.of()),
                Arguments.of("{a: {$elemMatch: {$gt: 4}}}", List.of(7)),
                Arguments.of("{a: {$elemMatch: {b: 1}}}", List.of(10)),
                Arguments.of("{a: {b: 1}}", List.of(9)),
                Arguments.of("{'a.b': 1}", List.of(9, 10)),
                Arguments.of("{'a.b': {$gt: 1}}", List.of(10, 11)),
                Arguments.of("{'a.b': 1, 'a.c': 9}", List.of(10)),
                Arguments.of("{a: {$elemMatch: {b: 1, c: 9}}}", List.of()),
                Arguments.of("{a: {$elemMatch: {b: 9, c: {$exists: false}}}}", List.of(11)),
                Arguments.of("{'a.b': null, _id: {$gt: 8}}", List.of(11, 12, 14, 15)),
                Arguments.of(
                        "{'a.b': {$exists: false}, _id: {$gt: 5}}", List.of(6, 7, 8, 12, 13, 14)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void finds_what_the_manual_says_with_and_without_an_index(
            String filter, List<Integer> expected) {
        DOCUMENTS.forEach(document -> things.insertOne(Document.parse(document)));

        assertThat(found(filter)).as("without an index").isEqualTo(new TreeSet<>(expected));
        things.createIndex(Indexes.ascending("a"));
        assertThat(found(filter)).as("with an index on a").isEqualTo(new TreeSet<>(expected));
        things.dropIndexes();
        things.createIndex(
                Indexes.compoundIndex(Indexes.descending("a.b"), Indexes.ascending("a.c")));
        assertThat(found(filter)).as("with one on a.b, a.c").isEqualTo(new TreeSet<>(expected));
        things.dropIndexes();
        things.createIndex(Indexes.ascending("a.b"), new IndexOptions().sparse(true));
        assertThat(found(filter)).as("with a sparse one").isEqualTo(new TreeSet<>(expected));
    }

    private Set<Integer> found(String filter) {
        var ids = new TreeSet<Integer>();
        for (var document : things.find(Document.parse(filter)).into(new ArrayList<>())) {
            ids.add(document.getInteger("_id"));
        }
        return ids;
    }
}
