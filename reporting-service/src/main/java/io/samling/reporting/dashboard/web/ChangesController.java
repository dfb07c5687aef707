package io.samling.reporting.dashboard.web;

import io.samling.contracts.LogPositions;
import io.samling.reporting.dashboard.Change;
import io.samling.reporting.dashboard.Changes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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

    /**
     * Changes as they come, as server-sent events named changes, each with the positions after
     * which the next ones follow as its id.
     *
     * @param since begins after these positions; without them, with the latest changes
     * @param lastEventId the id of the last event that was read, as browsers send it when they
     *     connect again
     */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(
            @RequestParam(required = false) @Nullable LogPositions since,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable LogPositions lastEventId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no") // nginx would wait until a buffer is full
                .body(live.follow(lastEventId == null ? since : lastEventId));
    }
}
