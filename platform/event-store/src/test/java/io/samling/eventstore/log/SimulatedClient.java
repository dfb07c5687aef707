package io.samling.eventstore.log;

import com.mongodb.Function;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.result.UpdateResult;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The driver as one instance has it, towards a {@link SimulatedServer}. */
final class SimulatedClient {

    private static final BsonDocument HELLO = new BsonDocument("setName", new BsonString("rs0"));
    private static final BsonDocument IDENTITY =
            new BsonDocument("logId", new BsonString("5ed00001"));

    private static final FindIterable<?> NOTHING =
            proxy(FindIterable.class, (proxy, method, arguments) -> null);

    private final SimulatedServer server;
    private final Random random;
    private final long slowestNanos;
    private volatile boolean dead;

    /**
     * A client.
     *
     * @param slowestNanos how long a way to the server takes at most
     */
    SimulatedClient(SimulatedServer server, Random random, long slowestNanos) {
        this.server = server;
        this.random = random;
        this.slowestNanos = slowestNanos;
    }

    /** Nothing reaches the server any more, as when the instance is killed. */
    void die() {
        dead = true;
    }

    MongoDatabase database() {
        return proxy(
                MongoDatabase.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "runCommand" -> HELLO;
                            case "getCollection" ->
                                    arguments[0].equals("commits")
                                            ? commits(new Concerns(false, false))
                                            : beside();
                            default -> throw unknown(method.getName());
                        });
    }

    /** What lies beside the log: an identity, and nobody who asks for a turn. */
    private static MongoCollection<?> beside() {
        return proxy(
                MongoCollection.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "withReadConcern", "withWriteConcern" -> proxy;
                            case "findOneAndUpdate" -> IDENTITY;
                            case "updateOne" -> UpdateResult.unacknowledged();
                            case "find" -> NOTHING;
                            default -> throw unknown(method.getName());
                        });
    }

    /** Whether what is read, and what is acknowledged, is only what lasts. */
    private record Concerns(boolean reading, boolean writing) {

        Concerns with(ReadConcern concern) {
            return new Concerns(concern.equals(ReadConcern.MAJORITY), writing);
        }

        Concerns with(WriteConcern concern) {
            var lasting = WriteConcern.MAJORITY.withJournal(true);
            return new Concerns(reading, concern.equals(lasting));
        }
    }

    private MongoCollection<?> commits(Concerns concerns) {
        return proxy(
                MongoCollection.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "withReadConcern" ->
                                    commits(concerns.with((ReadConcern) arguments[0]));
                            case "withWriteConcern" ->
                                    commits(concerns.with((WriteConcern) arguments[0]));
                            case "withReadPreference" -> {
                                requirePrimary((ReadPreference) arguments[0]);
                                yield proxy;
                            }
                            case "createIndex" -> "";
                            case "find" ->
                                    new Found(
                                                    arguments == null ? null : (Bson) arguments[0],
                                                    concerns.reading())
                                            .iterable();
                            case "insertMany" -> insert((List<?>) arguments[0], concerns.writing());
                            default -> throw unknown(method.getName());
                        });
    }

    private static void requirePrimary(ReadPreference preference) {
        if (!preference.equals(ReadPreference.primary())) {
            throw new AssertionError("The log is read from " + preference);
        }
    }

    private @Nullable Object insert(List<?> batch, boolean lasting) {
        onTheWay();
        server.insert(batch.stream().map(BsonDocument.class::cast).toList(), lasting);
        onTheWay();
        return null;
    }

    private void onTheWay() {
        if (slowestNanos > 0) {
            LockSupport.parkNanos(random.nextLong(slowestNanos));
        }
        if (dead) {
            throw new MongoSocketOpenException("dead", new ServerAddress("simulated", 27017));
        }
    }

    /** A query that is not sent before its first answer is wanted. */
    private final class Found {

        private final @Nullable Bson filter;
        private final boolean lasting;
        private @Nullable Bson sort;
        private int limit;
        private Function<Object, Object> mapping = commit -> commit;

        Found(@Nullable Bson filter, boolean lasting) {
            this.filter = filter;
            this.lasting = lasting;
        }

        FindIterable<?> iterable() {
            return proxy(
                    FindIterable.class,
                    (proxy, method, arguments) ->
                            switch (method.getName()) {
                                case "first" -> ask().stream().findFirst().orElse(null);
                                case "into" -> into(arguments[0]);
                                case "cursor", "iterator" -> cursor(ask().iterator());
                                default -> {
                                    change(method.getName(), arguments[0]);
                                    yield proxy;
                                }
                            });
        }

        @SuppressWarnings("unchecked")
        private void change(String method, Object argument) {
            switch (method) {
                case "sort" -> sort = (Bson) argument;
                case "limit" -> limit = (int) argument;
                case "map" -> mapping = (Function<Object, Object>) argument;
                case "batchSize", "projection" -> {}
                default -> throw unknown(method);
            }
        }

        private List<Object> ask() {
            onTheWay();
            var found = server.find(Question.of(filter, sort, limit), lasting);
            return found.stream().map(commit -> mapping.apply(commit)).toList();
        }

        @SuppressWarnings("unchecked")
        private Object into(Object target) {
            ((Collection<Object>) target).addAll(ask());
            return target;
        }
    }

    private static MongoCursor<?> cursor(Iterator<Object> iterator) {
        return proxy(
                MongoCursor.class,
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "hasNext" -> iterator.hasNext();
                            case "next" -> iterator.next();
                            case "close" -> null;
                            default -> throw unknown(method.getName());
                        });
    }

    private static AssertionError unknown(String method) {
        return new AssertionError("The simulated client does not know " + method);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
