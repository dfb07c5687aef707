package io.samling.localstack.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class UniqueKeysTest extends OnAStandIn {

    @Test
    void holds_a_unique_key_against_updates_too() {
        things.createIndex(
                Indexes.ascending("email"), new IndexOptions().unique(true).sparse(true));
        things.insertMany(
                List.of(doc(1).append("email", "a"), doc(2).append("email", "b"), doc(3), doc(4)));

        assertThatThrownBy(() -> things.updateOne(eq("_id", 2), set("email", "a")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(things.find(eq("_id", 2)).first()).containsEntry("email", "b");
    }

    @Test
    void refuses_a_unique_index_that_does_not_hold() {
        things.insertMany(List.of(doc(1).append("n", 1), doc(2).append("n", 1)));

        assertThatThrownBy(
                        () ->
                                things.createIndex(
                                        Indexes.ascending("n"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoServerException.class)
                .hasMessageContaining("11000");
        assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(1);
    }

    @Test
    void take_a_missing_value_for_null() {
        unique("a", false);
        insert("{_id: 1}");

        assertCollides("{_id: 2}");
        assertCollides("{_id: 3, a: null}");
        insert("{_id: 4, a: []}");
    }

    @Test
    void of_a_sparse_index_leave_out_what_is_missing_but_not_null() {
        unique("a", true);
        insert("{_id: 1}");
        insert("{_id: 2}");
        insert("{_id: 3, a: null}");

        assertCollides("{_id: 4, a: null}");
        things.updateOne(eq("_id", 2), set("a", 1));
        assertCollides("{_id: 5, a: 1.0}");
    }

    @Test
    void hold_between_documents_and_not_within_one() {
        unique("a", true);
        insert("{_id: 1, a: [1, 1, 2]}");

        assertCollides("{_id: 2, a: [3, 2]}");
        assertCollides("{_id: 3, a: 1}");
        insert("{_id: 4, a: [[1, 2]]}");
        things.deleteOne(eq("_id", 1));
        insert("{_id: 5, a: [1, 2]}");
    }

    @Test
    void of_several_fields_hold_element_by_element() {
        things.createIndex(
                Indexes.ascending("s.id", "s.n"), new IndexOptions().unique(true).sparse(true));
        insert("{_id: 1, s: [{id: 'a', n: 1}, {id: 'a', n: 2}, {other: 1}]}");
        insert("{_id: 2, s: [{id: 'b', n: 1}, {other: 1}]}");
        insert("{_id: 3, s: [{id: 'a'}]}");

        assertCollides("{_id: 4, s: [{id: 'c', n: 1}, {id: 'a', n: 2}]}");
        assertCollides("{_id: 5, s: {id: 'a', n: null}}");
        insert("{_id: 6, s: []}");
        insert("{_id: 7, s: []}");
    }

    private void unique(String field, boolean sparse) {
        things.createIndex(
                Indexes.ascending(field), new IndexOptions().unique(true).sparse(sparse));
    }

    private void insert(String document) {
        things.insertOne(Document.parse(document));
    }

    private void assertCollides(String document) {
        assertThatThrownBy(() -> insert(document))
                .as(document)
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
    }
}
