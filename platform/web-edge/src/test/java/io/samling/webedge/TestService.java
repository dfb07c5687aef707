package io.samling.webedge;

import io.samling.contracts.LogPosition;
import io.samling.contracts.LogPositions;
import io.samling.kernel.Commands;
import io.samling.kernel.Money;
import io.samling.kernel.Organisationsnummer;
import io.samling.kernel.Refusal;
import io.samling.kernel.Unavailable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that is nothing but edge. */
@SpringBootApplication
class TestService {

    @Bean
    RecordingCommands commands() {
        return new RecordingCommands();
    }

    /** Remembers what it was sent; does what the command, a piece of code, says. */
    static class RecordingCommands implements Commands {

        final List<Origin> origins = new ArrayList<>();

        @Override
        public Receipt send(Object command, Origin origin) {
            if (command instanceof Runnable decision) {
                decision.run();
            }
            origins.add(origin);
            return new Receipt("member:7f3a91c2:41", 3);
        }
    }

    static class Closed extends Refusal {
        Closed(Kind kind) {
            super(kind, "shop-closed", "The shop is closed.");
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    @RestController
    static class ShopController {

        record Line(@NotBlank String text, int count) {}

        record Order(
                @NotBlank String buyer,
                @NotNull LocalDate day,
                @Nullable Colour colour,
                @Nullable String organisationsnummer,
                @Nullable Money price,
                @Nullable List<@Valid Line> lines) {}

        private final Writes writes;

        ShopController(Writes writes) {
            this.writes = writes;
        }

        @PutMapping("/orders/{id}")
        ResponseEntity<Written> order(@PathVariable UUID id, @Valid @RequestBody Order order) {
            Parse.optional(
                    "organisationsnummer", order.organisationsnummer(), Organisationsnummer::of);
            return writes.created(URI.create("/orders/" + id), order);
        }

        @PostMapping("/refusals/{kind}")
        ResponseEntity<Written> refuse(@PathVariable Refusal.Kind kind) {
            return writes.done(
                    (Runnable)
                            () -> {
                                throw new Closed(kind);
                            });
        }

        @PostMapping("/faults/{kind}")
        ResponseEntity<Written> fail(@PathVariable String kind) {
            return writes.done(
                    (Runnable)
                            () -> {
                                throw switch (kind) {
                                    case "busy" ->
                                            Unavailable.nothingDone(
                                                    "too-busy",
                                                    "Too many at once",
                                                    Duration.ofSeconds(2));
                                    case "unknown" -> Unavailable.outcomeUnknown(null);
                                    default -> new IllegalArgumentException("secret 811218");
                                };
                            });
        }

        @GetMapping("/orders")
        List<String> orders(
                @Valid Paging paging,
                @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast,
                @RequestParam(required = false) @Nullable LocalDate asOf) {
            AtLeast.await(
                    atLeast, () -> LogPosition.parse("member:7f3a91c2:41"), Duration.ofMillis(20));
            return List.of(paging.size() + " after " + paging.after() + " on " + asOf);
        }
    }
}
