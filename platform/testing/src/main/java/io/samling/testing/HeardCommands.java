package io.samling.testing;

import io.samling.kernel.Commands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides nothing: hears commands, and refuses them where a test says so. */
public final class HeardCommands implements Commands {

    /** The position that every command is answered with. */
    public static final String POSITION = "member:7f3a91c2:7";

    private final List<Object> heard = new ArrayList<>();
    private @Nullable RuntimeException refusal;

    @Override
    public Receipt send(Object command, Origin origin) {
        if (refusal != null) {
            throw refusal;
        }
        heard.add(command);
        return new Receipt(POSITION, 0);
    }

    /** From now on every command is refused. */
    public void refuse(RuntimeException why) {
        refusal = why;
    }

    /** The only command heard. */
    public Object only() {
        if (heard.size() != 1) {
            throw new AssertionError("Heard " + heard);
        }
        return heard.getFirst();
    }

    /** Whether nothing was heard. */
    public boolean isEmpty() {
        return heard.isEmpty();
    }

    /** Forgets what was heard. */
    public void forget() {
        heard.clear();
        refusal = null;
    }
}
