package io.samling.eventstore.config;

import io.samling.eventstore.AtPosition;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;

/** A view to try the store with: what happened, and where. */
@ProcessingGroup("visits")
class ClubVisits {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(Club.ClubEvent event, @AtPosition long position) {
        heard.add(position + " " + event.getClass().getSimpleName());
    }

    @ResetHandler
    void forgetEverything() {
        heard.clear();
    }
}
