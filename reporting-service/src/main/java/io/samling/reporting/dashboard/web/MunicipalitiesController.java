package io.samling.reporting.dashboard.web;

import io.samling.contracts.LogPositions;
import io.samling.reporting.dashboard.Dashboard;
import io.samling.reporting.dashboard.MembersByMunicipality;
import io.samling.reporting.figures.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MunicipalitiesController {

    private final Dashboard dashboard;

    MunicipalitiesController(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    /** The members of a day by municipality. */
    @GetMapping("/api/figures/members/by-municipality")
    MembersByMunicipality byMunicipality(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable LogPositions known,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        var asked = new Asked(asOf, knownAt, known, atLeast, Map.of());
        return dashboard.membersByMunicipality(asked);
    }
}
