package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands one at a time. A change is handed to the log in the order in which it was made, and
 * an answer may leave once everything it rests on is on disk.
 */
final class Engine {

    /** An answer, and the position in the log that must be on disk before it is sent. */
    record Due(Answer answer, long position) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Collections collections;
    private final ChangeLog log;
    private final ReadCommands reads;
    private final WriteCommands writes;
    private final AdminCommands admin;
    private final Memory memory = Memory.whileRunning();

    Engine(Collections collections, ChangeLog log, String self) {
        this.collections = collections;
        this.log = log;
        this.reads = new ReadCommands(collections);
        this.writes = new WriteCommands(collections);
        this.admin = new AdminCommands(collections, self);
    }

    /** Null where a change must wait until there is room for it; ask {@code whenRoom}. */
    @Nullable Due run(String database, Document command) {
        Subset.check(command);
        if (command.containsKey("txnNumber")) {
            throw Refused.unknown("retryable writes and transactions");
        }
        var name = command.keySet().iterator().next();
        var namespace = namespace(database, name, command);
        lock.lock();
        try {
            if (WriteCommands.GROWING.contains(name) && !memory.hasRoom(collections.size())) {
                throw Refused.outgrown();
            }
            if (WriteCommands.NAMES.contains(name)
                    && !log.hasRoom(
                            collections.size(), () -> writes.most(name, namespace, command))) {
                return null;
            }
            var changes = new Changes();
            try {
                var answer = answer(name, database, namespace, command, changes);
                return new Due(answer, positionOf(namespace, changes));
            } catch (RuntimeException e) {
                positionOf(namespace, changes);
                throw e;
            } catch (OutOfMemoryError e) {
                throw Memory.outgrown(e);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Runs something that must see the data stand still. */
    void whileStill(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private Answer answer(
            String name, String database, String namespace, Document command, Changes changes) {
        return switch (name) {
            case "hello", "isMaster", "ismaster" -> admin.hello();
            case "ping", "endSessions" -> Answer.ok();
            case "buildInfo" -> admin.buildInfo();
            case "find" -> reads.find(namespace, command);
            case "getMore" -> reads.getMore(command);
            case "killCursors" -> reads.killCursors(command);
            case "count" -> reads.count(namespace, command);
            case "distinct" -> reads.distinct(namespace, command);
            case "aggregate" -> reads.aggregate(namespace, command);
            case "insert" -> writes.insert(namespace, command, changes);
            case "update" -> writes.update(namespace, command, changes);
            case "delete" -> writes.delete(namespace, command, changes);
            case "findAndModify" -> writes.findAndModify(namespace, command, changes);
            case "create" -> admin.create(namespace, changes);
            case "createIndexes" -> admin.createIndexes(namespace, command, changes);
            case "listIndexes" -> admin.listIndexes(namespace);
            case "dropIndexes" -> admin.dropIndexes(namespace, command, changes);
            case "drop" -> admin.drop(namespace, changes);
            case "dropDatabase" -> admin.dropDatabase(database, changes);
            case "listCollections" -> admin.listCollections(database, command);
            case "listDatabases" -> admin.listDatabases();
            default -> throw Refused.unknown("the command " + name);
        };
    }

    /** A reader waits for the writes it may have seen: nothing it was told can vanish. */
    private long positionOf(String namespace, Changes changes) {
        var collection = collections.find(namespace);
        if (changes.isEmpty()) {
            return collection == null ? 0 : collection.changedAt();
        }
        var position = log.append(changes);
        var _ = log.hasRoom(collections.size(), () -> 0);
        if (collection != null) {
            collection.changedAt(position);
        }
        return position;
    }

    private static String namespace(String database, String name, Document command) {
        var collection = name.equals("getMore") ? command.get("collection") : command.get(name);
        return database + "." + (collection instanceof String text ? text : "");
    }
}
