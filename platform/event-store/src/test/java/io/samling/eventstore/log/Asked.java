package io.samling.eventstore.log;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonString;

/** Hears what one client asks of the collection that holds a log. */
public final class Asked implements CommandListener {

    private static final BsonString LOG = new BsonString("commits");

    private final List<Command> commands = new CopyOnWriteArrayList<>();

    /**
     * A command that was sent.
     *
     * @param thread the one that sent it
     * @param documents how many it inserts
     */
    public record Command(String name, String thread, int documents) {}

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        var name = event.getCommandName();
        if (LOG.equals(command.get(name))) {
            var documents =
                    command.containsKey("documents") ? command.getArray("documents").size() : 0;
            commands.add(new Command(name, Thread.currentThread().getName(), documents));
        }
    }

    /** Those of a name until now, in order. */
    public List<Command> named(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).toList();
    }
}
