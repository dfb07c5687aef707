package io.samling.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a writer and its server and cuts connections at any moment, most often in the
 * middle of an insert into a log: before the server has all of it, or after it has and before it
 * has said so. It can also hold such inserts back, slow everything down, or be away altogether.
 */
public final class CuttingProxy implements AutoCloseable {

    private static final String INSERT = "insert\0";
    private static final String INTO_A_LOG = "commits\0";

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Random random;
    private final double chance;
    private final AtomicInteger held = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean cutting;
    private volatile boolean away;
    private volatile long delayNanos;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger cutBefore = new AtomicInteger();
    private final AtomicInteger cutAfter = new AtomicInteger();

    /**
     * Before a server at one host.
     *
     * @param chance that an insert is cut, once cutting has started
     */
    public CuttingProxy(String connectionString, long seed, double chance) {
        var address = connectionString.replaceAll("mongodb://([^/]*)/.*", "$1").split(":", -1);
        this.host = address[0];
        this.port = Integer.parseInt(address[1]);
        this.random = new Random(seed);
        this.chance = chance;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Leads to the server by way of here. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/?directConnection=true";
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                if (away) {
                    client.close();
                    continue;
                }
                var server = new Socket(host, port);
                var line = new Line(client, server);
                Thread.ofVirtual().start(line::requests);
                Thread.ofVirtual().start(line::answers);
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** From now on connections are cut. */
    public void startCutting() {
        cutting = true;
    }

    /** From now on no connection is cut any more. */
    public void stopCutting() {
        cutting = false;
    }

    /** From now on nobody reaches the server, and whoever did has lost it. */
    public void cutOff() throws IOException {
        away = true;
        for (var connection : connections) {
            connection.close();
        }
    }

    /** Lets everybody through again. */
    public void letThrough() {
        away = false;
    }

    /** From now on every message takes longer, in each direction. */
    public void delay(Duration time) {
        delayNanos = time.toNanos();
    }

    /** Keeps inserts into a log back from the server until they are released. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /** Lets go what is kept back, and what comes. */
    public void release() {
        gate.countDown();
    }

    /** How many inserts are or were kept back. */
    public int held() {
        return held.get();
    }

    /** How many inserts were cut before the server had all of them. */
    public int cutBefore() {
        return cutBefore.get();
    }

    /** How many inserts the server had and had not yet answered. */
    public int cutAfter() {
        return cutAfter.get();
    }

    private synchronized boolean chooses(double probability) {
        return cutting && random.nextDouble() < probability;
    }

    private synchronized int someOf(int bytes) {
        return random.nextInt(bytes + 1);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var connection : connections) {
            connection.close();
        }
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean inserting;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
            connections.addAll(List.of(client, server));
        }

        void requests() {
            pump(client, server, true);
        }

        void answers() {
            pump(server, client, false);
        }

        private void pump(Socket from, Socket to, boolean requests) {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var buffer = new byte[1 << 16];
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (requests) {
                        var text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                        inserting = text.contains(INSERT) && text.contains(INTO_A_LOG);
                    }
                    if (chooses(inserting ? chance : chance / 5)) {
                        if (inserting) {
                            (requests ? cutBefore : cutAfter).incrementAndGet();
                        }
                        out.write(buffer, 0, someOf(read));
                        return;
                    }
                    if (delayNanos > 0) {
                        LockSupport.parkNanos(delayNanos);
                    }
                    if (requests && inserting && gate.getCount() > 0) {
                        held.incrementAndGet();
                        gate.await();
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException | InterruptedException closed) {
                // cut, or closed by one side
            } finally {
                connections.removeAll(Set.of(from, to));
            }
        }
    }
}
