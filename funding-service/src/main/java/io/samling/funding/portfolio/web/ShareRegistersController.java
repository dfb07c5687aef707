package io.samling.funding.portfolio.web;

import io.samling.contracts.LogPositions;
import io.samling.funding.portfolio.RegisterRow;
import io.samling.funding.portfolio.ShareRegisters;
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
@RequestMapping("/api/share-registers")
class ShareRegistersController {

    private final ShareRegisters registers;
    private final Waiting waiting;

    ShareRegistersController(ShareRegisters registers, Waiting waiting) {
        this.registers = registers;
        this.waiting = waiting;
    }

    @GetMapping
    Page<RegisterRow> registers(
            @Valid Paging paging,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        waiting.until(atLeast);
        var rows = registers.registers(paging.after(), paging.size() + 1);
        return Page.of(rows, paging.size(), ShareRegisters::orderOf);
    }

    @GetMapping("/{id}")
    ResponseEntity<RegisterAnswer> register(
            @PathVariable UUID id,
            @RequestParam(name = "at-least", required = false) @Nullable LogPositions atLeast) {
        waiting.until(atLeast);
        var row = registers.register(id.toString());
        if (row == null) {
            throw NotShown.shareRegister();
        }
        var entries = registers.entriesOf(row.id());
        return Answers.withVersion(row.version(), RegisterAnswer.of(row, entries));
    }
}
