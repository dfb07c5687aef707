package io.samling.reporting.dashboard.web;

import io.samling.reporting.dashboard.Change;
import io.samling.reporting.dashboard.Changes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/changes")
class ChangesController {

    private final Changes changes;
    private final LiveChanges live;

    ChangesController(Changes changes, LiveChanges live) {
        this.changes = changes;
        this.live = live;
    }

    /** The latest changes, newest first. */
    @GetMapping
    List<Change> latest(@RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return changes.latest(limit);
    }

    /** The latest changes and then each new one, as server-sent events named changes. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        return live.follow();
    }
}
