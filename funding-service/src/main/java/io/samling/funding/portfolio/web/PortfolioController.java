package io.samling.funding.portfolio.web;

import io.samling.contracts.LogPositions;
import io.samling.funding.portfolio.GrantRow;
import io.samling.funding.portfolio.Portfolio;
import io.samling.funding.portfolio.ProjectRow;
import io.samling.webedge.Page;
import io.samling.webedge.Paging;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class PortfolioController {

    private final Portfolio portfolio;
    private final Waiting waiting;

    PortfolioController(Portfolio portfolio, Waiting waiting) {
        this.portfolio = portfolio;
        this.waiting = waiting;
    }

    @GetMapping("/projects")
    Page<ProjectRow> projects(
            @Valid Paging paging,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        waiting.until(atLeast);
        var rows = portfolio.projects(paging.after(), paging.size() + 1);
        return Page.of(rows, paging.size(), Portfolio::orderOf);
    }

    @GetMapping("/projects/{id}")
    ResponseEntity<ProjectAnswer> project(
            @PathVariable UUID id,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        waiting.until(atLeast);
        var row = portfolio.project(id.toString());
        if (row == null) {
            throw NotShown.project();
        }
        var grants = portfolio.grantsOf(row.id()).stream().map(GrantAnswer::of).toList();
        return Answers.withVersion(row.version(), ProjectAnswer.of(row, grants));
    }

    @GetMapping("/grants/{id}")
    ResponseEntity<GrantAnswer> grant(
            @PathVariable UUID id,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        waiting.until(atLeast);
        GrantRow row = portfolio.grant(id.toString());
        if (row == null) {
            throw NotShown.grant();
        }
        return Answers.withVersion(row.version(), GrantAnswer.of(row));
    }
}
