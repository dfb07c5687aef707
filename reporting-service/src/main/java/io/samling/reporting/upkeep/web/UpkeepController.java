package io.samling.reporting.upkeep.web;

import io.samling.eventfeed.FeedEngine;
import io.samling.eventfeed.FeedEngine.Repaired;
import io.samling.eventfeed.Standing;
import io.samling.rebuild.Rebuild;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators need: how far each log is known, repair, rebuild. */
@RestController
@RequestMapping("/api/feed")
class UpkeepController {

    private final FeedEngine feed;
    private final Clock clock;

    UpkeepController(FeedEngine feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @GetMapping
    List<Standing> standings() {
        return feed.standings(clock);
    }

    @PostMapping("/repair")
    Repaired repair() {
        return feed.repair();
    }

    @PostMapping("/{service}/rebuild")
    List<Standing> adopt(@PathVariable String service) {
        feed.adopt(service);
        return feed.standings(clock);
    }

    @PostMapping("/rebuilds")
    ResponseEntity<Rebuild> rebuild(@RequestParam(defaultValue = "false") boolean keepOld) {
        var begun = feed.rebuild(keepOld, clock);
        return ResponseEntity.accepted()
                .location(URI.create("/api/feed/rebuilds/" + begun.id()))
                .body(begun);
    }

    @GetMapping("/rebuilds/{id}")
    Rebuild rebuild(@PathVariable int id) {
        return feed.rebuild(id, clock);
    }

    @GetMapping("/rebuilds")
    List<Rebuild> rebuilds() {
        return feed.rebuilds(clock);
    }
}
