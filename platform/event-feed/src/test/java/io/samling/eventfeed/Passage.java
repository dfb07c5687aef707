package io.samling.eventfeed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** A way to the database on which inserts can be kept waiting, as by a machine that sleeps. */
final class Passage implements AutoCloseable {

    private static final String INSERT = "insert\0";

    private final ServerSocket entry;
    private final URI mongodb;
    private final CountDownLatch reached = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Passage(ServerSocket entry, URI mongodb) {
        this.entry = entry;
        this.mongodb = mongodb;
    }

    static Passage to(String mongodb) {
        try {
            var entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var passage = new Passage(entry, URI.create(mongodb));
            Thread.ofVirtual().start(passage::accept);
            return passage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database, by this way. */
    String mongodb() {
        var here = "127.0.0.1:" + entry.getLocalPort();
        return mongodb.toString().replace(Objects.requireNonNull(mongodb.getAuthority()), here);
    }

    /** From now on inserts wait. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    /** Waits until one waits. */
    void awaitHeld() throws InterruptedException {
        reached.await();
    }

    /** What waits goes on, and nothing waits any more. */
    void release() {
        gate.countDown();
    }

    private void accept() {
        try {
            while (true) {
                var client = entry.accept();
                var server = new Socket(mongodb.getHost(), mongodb.getPort());
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pass(Socket from, Socket to, boolean requests) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (requests && gate.getCount() > 0 && isInsert(some, read)) {
                    reached.countDown();
                    gate.await();
                }
                out.write(some, 0, read);
            }
        } catch (IOException | InterruptedException closed) {
            // one side has gone, and now so has the other
        }
    }

    private static boolean isInsert(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(INSERT);
    }

    @Override
    public void close() throws IOException {
        release();
        entry.close();
    }
}
