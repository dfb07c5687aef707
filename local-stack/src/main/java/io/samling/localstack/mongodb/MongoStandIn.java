package io.samling.localstack.mongodb;

import io.samling.localstack.host.FolderLock;
import io.samling.localstack.host.Folders;
import io.samling.localstack.host.Ports;
import io.samling.localstack.host.StackFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands in for MongoDB on one machine: the subset of its commands that Samling uses. */
public final class MongoStandIn implements AutoCloseable {

    private final WireServer server;
    private final ChangeLog log;
    private final @Nullable Compaction compaction;
    private final @Nullable FolderLock lock;
    private final String self;

    private MongoStandIn(
            WireServer server,
            ChangeLog log,
            @Nullable Compaction compaction,
            @Nullable FolderLock lock,
            String self) {
        this.server = server;
        this.log = log;
        this.compaction = compaction;
        this.lock = lock;
        this.self = self;
    }

    /** Starts one that keeps everything in memory only; port 0 takes a free one. */
    public static MongoStandIn inMemory(String address, int port) {
        var listening = Ports.freeOrGiven("MongoDB", address, port);
        var self = address + ":" + listening;
        var log = new ChangeLog.Forgetful();
        var engine = new Engine(new Collections(), log, self);
        var server = listen(address, listening, engine, log, MongoStandIn::giveUp);
        return new MongoStandIn(server, log, null, null, self);
    }

    /**
     * Starts one that keeps its data in the folder: what it acknowledges is on disk. It tells of a
     * disk that fails while it runs, and answers nobody from then on.
     */
    public static MongoStandIn open(
            Path folder, String address, int port, Consumer<StackFailure> onFailure) {
        var listening = Ports.freeOrGiven("MongoDB", address, port);
        var lock = FolderLock.take(folder);
        try {
            return open(new Generations(folder), address, listening, lock, onFailure);
        } catch (IOException e) {
            lock.close();
            throw Folders.unusable(folder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static MongoStandIn open(
            Generations files,
            String address,
            int port,
            FolderLock lock,
            Consumer<StackFailure> onFailure)
            throws IOException {
        files.deleteUnfinished();
        var collections = new Collections();
        var opened = load(files, collections);
        // a crash may have come between a snapshot and the end of what it stands for
        files.deleteBefore(opened.base());
        var running = new AtomicReference<@Nullable WireServer>();
        Consumer<StackFailure> stop = failure -> stop(running, failure, onFailure);
        var compaction = new Compaction(files, collections, stop);
        var journal = Journal.open(files, opened, compaction, stop);
        var self = address + ":" + port;
        var engine = new Engine(collections, journal, self);
        try {
            var server = listen(address, port, engine, journal, onFailure);
            running.set(server);
            compaction.start(engine, journal);
            return new MongoStandIn(server, journal, compaction, lock, self);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static Generations.Opened load(Generations files, Collections collections) {
        var memory = Memory.whileLoading();
        try {
            var opened =
                    files.read(
                            journalled -> {
                                Changes.replay(journalled, collections);
                                requireRoom(memory, collections);
                            });
            collections.all().forEach(StoredCollection::fillIndexes);
            requireRoom(memory, collections);
            return opened;
        } catch (OutOfMemoryError e) {
            throw Memory.outgrown(e);
        }
    }

    private static void requireRoom(Memory memory, Collections collections) {
        if (!memory.hasRoom(collections.size())) {
            throw Memory.outgrown(null);
        }
    }

    /** What a driver connects with. */
    public String connectionString() {
        return "mongodb://" + self + "/?directConnection=true";
    }

    @Override
    public void close() {
        server.close();
        FolderLock.closeQuietly(compaction);
        FolderLock.closeQuietly(log);
        FolderLock.closeQuietly(lock);
    }

    private static WireServer listen(
            String address,
            int port,
            Engine engine,
            ChangeLog log,
            Consumer<StackFailure> onFailure) {
        try {
            return WireServer.listen(new InetSocketAddress(address, port), engine, log, onFailure);
        } catch (RuntimeException e) {
            throw Ports.busy("MongoDB", address, port, e);
        }
    }

    private static void giveUp(StackFailure failure) {
        throw failure;
    }

    /** Nobody may hear of a change that could not be kept, not even by reading it. */
    private static void stop(
            AtomicReference<@Nullable WireServer> running,
            StackFailure failure,
            Consumer<StackFailure> onFailure) {
        var server = running.get();
        if (server != null) {
            server.close();
        }
        onFailure.accept(failure);
    }
}
