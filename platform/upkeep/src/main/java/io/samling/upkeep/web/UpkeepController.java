package io.samling.upkeep.web;

import io.samling.eventrelay.Relay;
import io.samling.eventstore.Views;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rewinds the relay, and builds anew what was made from the log. */
@RestController
@RequestMapping("/api")
class UpkeepController {

    private final Relay relay;
    private final Views views;

    UpkeepController(Relay relay, Views views) {
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

    /** The views of this service begin anew, and the log is told from its first event on. */
    @PostMapping("/rebuild")
    List<Views.Standing> rebuild() {
        views.rebuild();
        relay.rewindTo(0);
        return views.standings();
    }
}
