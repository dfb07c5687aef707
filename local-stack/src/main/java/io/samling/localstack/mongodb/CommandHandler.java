package io.samling.localstack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.samling.localstack.host.StackFailure;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the commands of one client and sends each answer once what it rests on is kept. */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);

    private final Engine engine;
    private final ChangeLog log;
    private final Consumer<StackFailure> onFailure;
    private int lastId;

    CommandHandler(Engine engine, ChangeLog log, Consumer<StackFailure> onFailure) {
        this.engine = engine;
        this.log = log;
        this.onFailure = onFailure;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext client, ClientRequest request) {
        switch (request) {
            case MongoMessage message -> take(client, message);
            case MongoQuery greeting -> {
                var due = Objects.requireNonNull(greet(greeting));
                send(client, new MongoReply(header(request), due.answer().body()));
            }
            default -> throw new IllegalArgumentException("unknown message " + request);
        }
    }

    /** A change that there is no room for yet is taken again later; this thread waits for none. */
    private void take(ChannelHandlerContext client, MongoMessage message) {
        var due = run(message.getDatabaseName(), message.getDocument());
        if (due == null) {
            log.whenRoom(() -> client.executor().execute(() -> take(client, message)));
            return;
        }
        var reply = new AnswerEncoder.Message(header(message), due.answer());
        log.whenKept(due.position(), () -> send(client, reply));
    }

    private MessageHeader header(ClientRequest request) {
        return new MessageHeader(++lastId, request.getHeader().getRequestID());
    }

    private static void send(ChannelHandlerContext client, Object reply) {
        var _ = client.channel().writeAndFlush(reply);
    }

    /** Drivers greet in the old form before they know what the server speaks. */
    private Engine.@Nullable Due greet(MongoQuery query) {
        var command = query.getQuery();
        var inner = command.get("$query") instanceof Document wrapped ? wrapped : command;
        return run(query.getDatabaseName(), inner);
    }

    private Engine.@Nullable Due run(String database, Document command) {
        try {
            return engine.run(database, command);
        } catch (MongoServerException refused) {
            return new Engine.Due(new Answer(error(refused), null), 0);
        } catch (StackFailure fatal) {
            onFailure.accept(fatal);
            throw fatal;
        } catch (RuntimeException bug) {
            LOG.error("A command failed: {}", command.keySet(), bug);
            var sentence = "The stand-in failed: " + bug;
            return new Engine.Due(
                    new Answer(error(new MongoServerError(8, "UnknownError", sentence)), null), 0);
        }
    }

    private static Document error(MongoServerException e) {
        var error = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError known) {
            error.append("code", known.getCode());
            error.putIfNotNull("codeName", known.getCodeName());
        }
        return error;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext client, Throwable cause) {
        LOG.debug("A client's connection failed", cause);
        var _ = client.close();
    }
}
