package io.samling.webedge;

import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Once;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.Commands.Receipt;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The way of every write from a controller to the log: who asks, under which key, against which
 * version, and what is answered.
 */
public class Writes {

    /** Names where a write stands in the log; {@code at-least=} of a query takes it. */
    public static final String POSITION = "Samling-Position";

    private final Commands commands;
    private final Operator operator;

    Writes(Commands commands, Operator operator) {
        this.commands = commands;
        this.operator = operator;
    }

    /** Decides a command that creates; the answer is 201, also when it was created before. */
    public ResponseEntity<Written> created(URI location, Object command) {
        return answer(ResponseEntity.created(location), send(command));
    }

    /** Decides a command that changes what there is; the answer is 200. */
    public ResponseEntity<Written> done(Object command) {
        return answer(ResponseEntity.ok(), send(command));
    }

    private Receipt send(Object command) {
        var request = CurrentRequest.get();
        var origin =
                new Origin(operator.id(), request.id(), once(request), request.expectedVersion());
        return commands.send(command, origin);
    }

    private static @Nullable Once once(CurrentRequest request) {
        var key = request.idempotencyKey();
        return key == null ? null : new Once(key, request.fingerprint());
    }

    private static ResponseEntity<Written> answer(
            ResponseEntity.BodyBuilder response, Receipt receipt) {
        return response.header(POSITION, receipt.position())
                .eTag("\"" + receipt.version() + "\"")
                .body(new Written(receipt.position(), receipt.version()));
    }
}
