package io.samling.eventstore.config;

import io.samling.eventstore.axon.CommandScope;
import io.samling.eventstore.axon.EventMetadata;
import io.samling.eventstore.log.AppendRefused;
import io.samling.eventstore.log.CallersWait;
import io.samling.eventstore.log.CommitHead;
import io.samling.eventstore.log.EventLog;
import io.samling.eventstore.log.OnceKey;
import io.samling.kernel.Commands;
import io.samling.kernel.Refusal;
import io.samling.kernel.Unavailable;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Sends commands by Axon's bus and says where in the log their outcome stands. */
final class LogCommands implements Commands {

    /** Another writer may be faster that often before a caller is told to come again. */
    private static final int ATTEMPTS = 5;

    private final CommandBus bus;
    private final EventLog log;
    private final Beginnings beginnings = new Beginnings();

    LogCommands(CommandBus bus, EventLog log) {
        this.bus = bus;
        this.log = log;
    }

    @Override
    public Receipt send(Object command, Origin origin) {
        var once = onceOf(origin);
        var wait = CallersWait.begin();
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = receiptOfFirstUse(once);
            if (before != null) {
                return before;
            }
            try {
                return sendOnce(command, origin, once, wait, attempt == 1);
            } catch (GuessedWrong
                    | ConcurrencyException
                    | AggregateStreamCreationException
                    | AppendRefused.KeyUsed
                    | AppendRefused.ClaimTaken e) {
                // decided on what has changed since: decide again, on what is there now
            } catch (Refusal refusal) {
                var meanwhile = receiptOfFirstUse(once);
                if (meanwhile != null) {
                    return meanwhile; // the refusal is of the first use's own making
                }
                throw refusal;
            }
        }
        throw busy();
    }

    private static @Nullable OnceKey onceOf(Origin origin) {
        var once = origin.once();
        return once == null ? null : OnceKey.of(origin.actor(), once.key(), once.request());
    }

    private @Nullable Receipt receiptOfFirstUse(@Nullable OnceKey once) {
        var first = once == null ? null : log.reader().withKey(once.key());
        if (once == null || first == null) {
            return null;
        }
        if (!once.request().equals(first.request())) {
            throw new KeyReused();
        }
        return receipt(first);
    }

    private Receipt sendOnce(
            Object command,
            Origin origin,
            @Nullable OnceKey once,
            CallersWait wait,
            boolean mayGuess) {
        var guesses = mayGuess && beginnings.areLikelyBy(command);
        var scope = new CommandScope(once, origin.expectedVersion(), guesses, wait);
        var message =
                GenericCommandMessage.asCommandMessage(command)
                        .withMetaData(EventMetadata.of(origin));
        var result = dispatch(message, scope);
        var stored = scope.stored();
        beginnings.learn(command, stored != null && scope.loadedVersion() < 0);
        if (result.isExceptional()) {
            var reason = reasonOf(result.exceptionResult());
            throw scope.hasGuessed() && provesNothing(reason) ? new GuessedWrong() : reason;
        }
        if (stored == null && scope.hasGuessed()) {
            throw new GuessedWrong();
        }
        return stored == null ? unchanged(scope) : receipt(stored);
    }

    /** What the log or its queue could not take on has nothing to do with what was decided on. */
    private static boolean provesNothing(RuntimeException reason) {
        return !(reason instanceof Unavailable);
    }

    /** A unit of work around it, of an event's handler, would put off the append to its own end. */
    private CommandResultMessage<?> dispatch(CommandMessage<?> message, CommandScope scope) {
        var answer = new Answer();
        var around = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        if (around != null) {
            CurrentUnitOfWork.clear(around);
        }
        try {
            ScopedValue.where(CommandScope.CURRENT, scope)
                    .run(() -> bus.dispatch(message, (_, result) -> answer.result = result));
        } finally {
            if (around != null) {
                CurrentUnitOfWork.set(around);
            }
        }
        if (answer.result == null) {
            throw new IllegalStateException("The command bus handles commands where they are sent");
        }
        return answer.result;
    }

    private static RuntimeException reasonOf(Throwable failure) {
        return switch (failure) {
            case AggregateNotFoundException missing -> new NotFound(missing);
            case LockAcquisitionFailedException _ -> busy();
            case CommandExecutionException wrapped when wrapped.getCause() != null ->
                    reasonOf(wrapped.getCause());
            case RuntimeException reason -> reason;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    private Receipt receipt(CommitHead commit) {
        return receipt(commit.last(), commit.streams().getFirst().last());
    }

    private Receipt unchanged(CommandScope scope) {
        var position = scope.loadedPosition();
        return receipt(
                position >= 0 ? position : log.reader().head().last(), scope.loadedVersion());
    }

    private Receipt receipt(long position, long version) {
        return new Receipt(log.identity().at(position).toString(), version);
    }

    private static Unavailable busy() {
        return Unavailable.nothingDone(
                "too-busy",
                "Many change this at the same moment; nothing was stored, try again shortly",
                Duration.ofSeconds(1));
    }

    /** Filled by the bus, in the thread that sends. */
    private static final class Answer {
        private @Nullable CommandResultMessage<?> result;
    }

    /** It was decided as if nobody had begun its stream; it has to be decided on what is there. */
    private static final class GuessedWrong extends RuntimeException {

        GuessedWrong() {
            super("The stream has begun", null, false, false);
        }
    }

    private static final class NotFound extends Refusal {

        NotFound(AggregateNotFoundException missing) {
            super(
                    Kind.UNKNOWN,
                    "unknown",
                    sentence(String.valueOf(missing.getAggregateIdentifier())));
        }

        private static String sentence(String stream) {
            var dash = stream.indexOf('-');
            return dash < 0
                    ? "There is nothing with the id " + stream + "."
                    : "There is no "
                            + stream.substring(0, dash)
                            + " with the id "
                            + stream.substring(dash + 1)
                            + ".";
        }
    }

    private static final class KeyReused extends Refusal {

        KeyReused() {
            super(
                    Kind.FORBIDDEN_BY_RULE,
                    "idempotency-key-reused",
                    "This idempotency key was used for another request; give each request its own.");
        }
    }
}
