package io.samling.eventfeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DerivedSubjectsTest {

    private static final Subject SUBJECT = new Subject("sums", "0000abcd", "a");

    private final Sums family = new Sums("s");
    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final DerivedSubjects subjects =
            new DerivedSubjects(client.getDatabase(TestServers.database()), "subjects");

    @BeforeEach
    void prepare() {
        subjects.prepare();
    }

    @Test
    void one_derived_from_more_facts_takes_its_place() {
        store("1");
        store("1", "10");

        assertThat(sum()).isEqualTo(11);
    }

    @Test
    void one_derived_from_fewer_does_not_whoever_writes_it_last() {
        store("1", "10");
        store("1");

        assertThat(sum()).isEqualTo(11);
    }

    @Test
    void one_that_reads_more_of_the_same_facts_does() {
        store("1", "seven", "10");
        assertThat(sum()).isEqualTo(1);

        family.readsWords.set(true);
        store("1", "seven", "10");

        assertThat(sum()).isEqualTo(18);
        assertThat(subjects.parked()).isEmpty();
    }

    @Test
    void and_one_that_reads_less_of_them_does_not() {
        family.readsWords.set(true);
        store("1", "seven", "10");
        family.readsWords.set(false);
        store("1", "seven", "10");

        assertThat(sum()).isEqualTo(18);
    }

    private void store(String... numbers) {
        List<KeptFact> facts = new ArrayList<>();
        for (var number : numbers) {
            facts.add(
                    new KeptFact(
                            "s",
                            "0000abcd",
                            facts.size(),
                            0,
                            family.topic(),
                            Sums.TYPE,
                            "a",
                            ToldLog.recorded(facts.size()),
                            number));
        }
        var derived = Deriving.derive(family, facts, null);
        subjects.replace(List.of(SubjectDocument.of(family, SUBJECT, derived)));
    }

    private long sum() {
        var rows = family.emptyRows();
        subjects.each(
                "sums",
                "0000abcd",
                document -> rows.replace("a", SubjectDocument.read(family, document).rows()));
        return rows.sum(Long.MAX_VALUE - 1);
    }

    @AfterEach
    void close() {
        client.close();
    }
}
