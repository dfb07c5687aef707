package io.samling.eventstore.config;

import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Once;
import io.samling.kernel.Commands.Origin;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** Has the mayor visit each club that is founded. */
@ProcessingGroup("mayor")
record WhenFoundedThenVisited(Commands commands) {

    @EventHandler
    void on(Club.ClubEvent.Founded event, @MessageIdentifier String id) {
        var once = new Once(id, "visit");
        commands.send(
                new Club.Visit(event.club(), "the mayor"), new Origin("mayor", id, once, null));
    }
}
