package io.samling.webedge.demo;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Moves the story's clock. When the story has been told there is no such address any more. */
@RestController
@ConditionalOnBooleanProperty("samling.demo")
@RequestMapping(DemoController.ADDRESS)
class DemoController {

    static final String ADDRESS = "/api/demo/clock";

    record Time(@NotNull Instant now) {}

    private final StoryClock clock;

    DemoController(StoryClock clock) {
        this.clock = clock;
    }

    @PutMapping
    Time move(@Valid @RequestBody Time time) throws NoResourceFoundException {
        refuseOnceReleased(HttpMethod.PUT);
        clock.moveTo(time.now());
        return new Time(clock.instant());
    }

    @DeleteMapping
    Time release() throws NoResourceFoundException {
        refuseOnceReleased(HttpMethod.DELETE);
        clock.release();
        return new Time(clock.instant());
    }

    private void refuseOnceReleased(HttpMethod method) throws NoResourceFoundException {
        if (clock.isReleased()) {
            throw new NoResourceFoundException(method, ADDRESS, ADDRESS);
        }
    }
}
