package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.samling.localstack.host.StackFailure;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Listens for MongoDB's wire protocol; no thread of it ever waits for the disk. */
final class WireServer implements AutoCloseable {

    private static final int THREADS = 2;

    private final EventLoopGroup threads;
    private final ChannelGroup clients;
    private final Channel listening;

    private WireServer(EventLoopGroup threads, ChannelGroup clients, Channel listening) {
        this.threads = threads;
        this.clients = clients;
        this.listening = listening;
    }

    static WireServer listen(
            InetSocketAddress address,
            Engine engine,
            ChangeLog log,
            Consumer<StackFailure> onFailure) {
        var names = new DefaultThreadFactory("mongodb-stand-in");
        var threads = new MultiThreadIoEventLoopGroup(THREADS, names, NioIoHandler.newFactory());
        var clients = new DefaultChannelGroup("clients", threads.next());
        try {
            var listening =
                    new ServerBootstrap()
                            .group(threads)
                            .channel(NioServerSocketChannel.class)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childHandler(
                                    pipeline(
                                            () -> new CommandHandler(engine, log, onFailure),
                                            clients))
                            .bind(address)
                            .syncUninterruptibly()
                            .channel();
            return new WireServer(threads, clients, listening);
        } catch (RuntimeException e) {
            threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            throw e;
        }
    }

    private static ChannelInitializer<SocketChannel> pipeline(
            Supplier<CommandHandler> handler, ChannelGroup clients) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                clients.add(channel);
                channel.pipeline()
                        .addLast(
                                new MongoWireReplyEncoder(),
                                new AnswerEncoder(),
                                new MessageDecoder(),
                                handler.get());
            }
        };
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Takes no more commands, also when asked twice; what is on its way is not waited for. */
    @Override
    public void close() {
        if (threads.isShuttingDown()) {
            threads.terminationFuture().syncUninterruptibly();
            return;
        }
        listening.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
