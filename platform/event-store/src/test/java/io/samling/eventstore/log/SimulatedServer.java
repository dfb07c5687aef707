package io.samling.eventstore.log;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * A replica set in memory that does to a writer whatever a real one may do: it loses commands and
 * answers, takes commands late, says yes to what it later forgets and forgets what no majority held
 * when it chooses another primary. Readers see what a majority holds.
 */
final class SimulatedServer {

    /** What may happen to a batch. */
    enum Fault {
        NONE,
        LOST_BEFORE_IT_CAME,
        ANSWER_LOST,
        TAKEN_LATE,
        NO_MAJORITY_IN_TIME,
        NOT_PRIMARY,
        STEPPED_DOWN_BEFORE,
        STEPPED_DOWN_AFTER,
        PRIMARY_CUT_OFF
    }

    private static final ServerAddress ADDRESS = new ServerAddress("simulated", 27017);
    private static final int DUPLICATE_KEY = 11000;
    private static final int KEY_TOO_LONG = 17280;
    private static final int NOT_WRITABLE_PRIMARY = 10107;

    private final Random random;
    private final double trouble;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

    private final SimulatedCommits commits = new SimulatedCommits();

    /** Commands whose sender hears nothing more, and which come all the same. */
    private final List<List<BsonDocument>> late = new ArrayList<>();

    private boolean calm;
    private int alone;
    private int readsWhileOpen;

    /**
     * A replica set without a commit.
     *
     * @param trouble the share of commands to which something happens
     */
    SimulatedServer(Random random, double trouble) {
        this.random = random;
        this.trouble = trouble;
    }

    /**
     * Takes a batch in order up to the first commit that it refuses, or lets something happen.
     *
     * @param lasting whether the sender wants to hear of what a majority holds on its disks; else
     *     the primary's word is enough
     */
    synchronized void insert(List<BsonDocument> batch, boolean lasting) {
        if (!lasting) {
            takeAtItsWord(batch);
            return;
        }
        var fault = chooseFault();
        faults.merge(fault, 1, Integer::sum);
        if (fault == Fault.PRIMARY_CUT_OFF) {
            takeAlone(batch);
        }
        moveOn();
        switch (fault) {
            case LOST_BEFORE_IT_CAME -> throw cut();
            case NOT_PRIMARY -> throw notPrimary();
            case STEPPED_DOWN_BEFORE -> {
                stepDown();
                throw notPrimary();
            }
            case TAKEN_LATE -> {
                late.add(batch);
                throw cut();
            }
            default -> answer(fault, batch, commits.apply(batch));
        }
    }

    /** A primary that nobody hears takes commands for a while, until it notices. */
    private void takeAlone(List<BsonDocument> batch) {
        var refused = commits.apply(batch);
        alone--;
        if (alone == 0 && random.nextInt(3) > 0) {
            stepDown();
        }
        if (refused == 0) {
            throw answered(batch, refused, false); // by what is only here
        }
        throw random.nextBoolean() ? cut() : answered(batch, refused, true);
    }

    /** What was acknowledged so may be gone with the primary. */
    private void takeAtItsWord(List<BsonDocument> batch) {
        var refused = commits.apply(batch);
        if (chooseFault() != Fault.NONE) {
            stepDown();
        }
        if (refused < batch.size()) {
            throw answered(batch, refused, false);
        }
    }

    private void answer(Fault fault, List<BsonDocument> batch, int refused) {
        switch (fault) {
            case ANSWER_LOST -> {
                commits.replicateAll();
                throw cut();
            }
            case STEPPED_DOWN_AFTER -> {
                stepDown();
                throw cut();
            }
            case NO_MAJORITY_IN_TIME -> throw answered(batch, refused, true);
            default -> {
                // what stands in the way of the first may itself be on the primary only
                if (refused != 0 || random.nextBoolean()) {
                    commits.replicateAll();
                }
                if (refused < batch.size()) {
                    throw answered(batch, refused, false);
                }
            }
        }
    }

    private Fault chooseFault() {
        if (calm) {
            return Fault.NONE;
        }
        if (alone == 0 && random.nextDouble() < trouble / 4) {
            alone = 1 + random.nextInt(4);
        }
        if (alone > 0) {
            return Fault.PRIMARY_CUT_OFF;
        }
        var all = Fault.values();
        return random.nextDouble() < trouble ? all[random.nextInt(all.length - 1)] : Fault.NONE;
    }

    /** What happens meanwhile: some is replicated, and a command comes that was given up. */
    private void moveOn() {
        if (random.nextInt(3) == 0) {
            commits.replicate(random.nextInt(commits.open() + 1));
        }
        if (!late.isEmpty() && random.nextInt(3) == 0) {
            var _ = commits.apply(late.remove(random.nextInt(late.size())));
        }
    }

    /** Never takes a commit that begins with this stream, whatever is asked. */
    synchronized void refuseForGood(String stream) {
        commits.refuseForGood(stream);
    }

    private void stepDown() {
        commits.rollBackAllBut(random.nextInt(commits.open() + 1));
    }

    /** Ends all trouble: what is under way comes, and all is replicated. */
    synchronized void calmDown() {
        calm = true;
        late.forEach(commits::apply);
        late.clear();
        commits.replicateAll();
    }

    /**
     * What fits the question, or nothing for a broken connection.
     *
     * @param lasting whether the reader wants only what a majority holds; else it sees what the
     *     primary has, which may yet be gone
     */
    synchronized List<BsonDocument> find(Question question, boolean lasting) {
        if (!calm && random.nextDouble() < trouble / 4) {
            throw cut();
        }
        if (commits.open() > 0) {
            readsWhileOpen++;
        }
        return question.among(lasting ? commits.ofMajority() : commits.onPrimary());
    }

    /** How many events a majority holds. */
    synchronized int events() {
        return commits.ofMajority().stream()
                .mapToInt(commit -> CommitDocument.head(commit).count())
                .sum();
    }

    synchronized String story() {
        return commits.ofMajority().size()
                + " commits, "
                + commits.rolledBack()
                + " rolled back, "
                + faults;
    }

    synchronized int rolledBack() {
        return commits.rolledBack();
    }

    /** How often was read while the primary had what a majority did not. */
    synchronized int readsWhileOpen() {
        return readsWhileOpen;
    }

    synchronized Map<Fault, Integer> faults() {
        return new EnumMap<>(faults);
    }

    private static MongoException cut() {
        return new MongoSocketReadException("cut", ADDRESS);
    }

    private static MongoException notPrimary() {
        var response = new BsonDocument("ok", new BsonInt32(0));
        return new MongoNotPrimaryException(
                response.append("code", new BsonInt32(NOT_WRITABLE_PRIMARY)), ADDRESS);
    }

    private MongoException answered(
            List<BsonDocument> batch, int refused, boolean withoutMajority) {
        var errors = new ArrayList<BulkWriteError>();
        if (refused < batch.size()) {
            var code = commits.isUnwanted(batch.get(refused)) ? KEY_TOO_LONG : DUPLICATE_KEY;
            errors.add(new BulkWriteError(code, "what?", new BsonDocument(), refused));
        }
        var concern =
                withoutMajority ? new WriteConcernError(64, "x", "late", new BsonDocument()) : null;
        var result = BulkWriteResult.acknowledged(refused, 0, 0, 0, List.of(), List.of());
        return new MongoBulkWriteException(result, errors, concern, ADDRESS, Set.of());
    }
}
