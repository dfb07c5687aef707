package io.samling.eventfeed;

import com.mongodb.client.MongoDatabase;
import io.samling.eventfeed.ToldLog.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The simplest family: facts add to their subject's sum. */
final class Sums implements Family<Long, Long, Sums.SumRows> {

    static final String TYPE = "io.samling.sums.added.v1";

    /** Whether the code that reads "seven" is there yet. */
    final AtomicBoolean readsWords = new AtomicBoolean();

    private final String service;
    private volatile Runnable whenWriterReads = () -> {};
    private volatile Runnable whenLoaded = () -> {};

    Sums(String service) {
        this.service = service;
    }

    /** The sum of what is stored of a log in a generation, as other tools read it. */
    static long stored(MongoDatabase database, int generation, String log) {
        var family = new Sums("any");
        var rows = family.emptyRows();
        FeedStore.in(database, generation)
                .subjects()
                .each(
                        family.name(),
                        log,
                        document ->
                                rows.replace(
                                        document.getString("subject"),
                                        SubjectDocument.read(family, document).rows()));
        return rows.sum(Row.STILL - 1);
    }

    /** Has something done before a fact is read by those who store; those who answer go on. */
    void whenWriterReads(Runnable first) {
        whenWriterReads = first;
    }

    /** Has something done before a stored row is taken up. */
    void whenLoaded(Runnable first) {
        whenLoaded = first;
    }

    static Told added(String service, String subject, String number) {
        return new Told(topicOf(service), TYPE, subject, number);
    }

    static String topicOf(String service) {
        return "samling." + service + ".facts.v1";
    }

    @Override
    public String name() {
        return "sums";
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public String topic() {
        return topicOf(service);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Long read(KeptFact fact) {
        if (Thread.currentThread().getName().startsWith("feed-writer")) {
            whenWriterReads.run();
        }
        if (!fact.type().equals(TYPE)) {
            return null;
        }
        return fact.body().equals("seven") && readsWords.get() ? 7L : Long.valueOf(fact.body());
    }

    @Override
    public Fold<Long, Long> fold() {
        return new Fold<>() {
            private long sum;

            @Override
            public void tell(Long more) {
                sum += more;
            }

            @Override
            public List<Span<Long>> spans() {
                return List.of(Span.always(sum));
            }
        };
    }

    @Override
    public SumRows emptyRows() {
        return new SumRows();
    }

    @Override
    public Map<String, Object> columns(Long value) {
        return Map.of("sum", value);
    }

    @Override
    public Long value(Columns columns) {
        whenLoaded.run();
        return columns.number("sum");
    }

    /** The sums of all subjects. */
    static final class SumRows implements SubjectRows<Long> {

        private final Map<String, List<Row<Long>>> bySubject = new HashMap<>();

        @Override
        public void replace(String subject, List<Row<Long>> rows) {
            bySubject.put(subject, rows);
        }

        @Override
        public boolean knows(String subject) {
            return bySubject.containsKey(subject);
        }

        @Override
        public int size() {
            return bySubject.values().stream().mapToInt(List::size).sum();
        }

        long sum(long known) {
            return bySubject.values().stream()
                    .flatMap(List::stream)
                    .filter(row -> row.knownFrom() <= known && known < row.knownUntil())
                    .mapToLong(row -> row.span().value())
                    .sum();
        }
    }
}
