package io.samling.upkeep.web;

import io.samling.eventrelay.Relay;
import io.samling.eventstore.Views;
import io.samling.eventstore.log.EventLog;
import io.samling.rebuild.Rebuild;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rewinds the relay, and builds anew what was made from the log. */
@RestController
@RequestMapping("/api")
class UpkeepController {

    private static final Duration UNTIL_TOLD = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final EventLog log;
    private final Relay relay;
    private final Views views;

    UpkeepController(EventLog log, Relay relay, Views views) {
        this.log = log;
        this.relay = relay;
        this.views = views;
    }

    /** From where the log shall be told again. */
    record Rewind(@NotNull @PositiveOrZero Long to) {}

    /** What will be told again: both positions included. */
    record Rewound(long from, long until) {}

    @PostMapping("/relay/rewind")
    Rewound rewind(@Valid @RequestBody Rewind rewind) {
        var until = relay.status().position();
        relay.rewindTo(rewind.to());
        return new Rewound(rewind.to(), until);
    }

    /** A view is made again beside the running one, and takes over when it is done. */
    @PostMapping("/views/{view}/rebuilds")
    ResponseEntity<Rebuild> rebuildBeside(@PathVariable String view) {
        var begun = views.rebuildBeside(view);
        return ResponseEntity.accepted()
                .location(URI.create("/api/views/" + view + "/rebuilds/" + begun.id()))
                .body(begun);
    }

    @GetMapping("/views/{view}/rebuilds/{id}")
    Rebuild rebuildOf(@PathVariable String view, @PathVariable int id) {
        return views.rebuildOf(view, id);
    }

    @GetMapping("/views/{view}/rebuilds")
    List<Rebuild> rebuildsOf(@PathVariable String view) {
        return views.rebuildsOf(view);
    }

    /**
     * The views of this service begin anew, and the log is told from its first event on. It answers
     * once that has begun: whoever then looks on Kafka for the log of this service finds this one.
     */
    @PostMapping("/rebuild")
    List<Views.Standing> rebuild() {
        views.rebuild();
        relay.rewindTo(0);
        awaitFirstTold();
        return views.standings();
    }

    private void awaitFirstTold() {
        var deadline = System.nanoTime() + UNTIL_TOLD.toNanos();
        while (relay.status().position() < 0
                && log.tail().next() > 0
                && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
