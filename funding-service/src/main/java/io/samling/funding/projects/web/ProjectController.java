package io.samling.funding.projects.web;

import io.samling.funding.projects.Period;
import io.samling.funding.projects.ProjectCommand.RegisterProject;
import io.samling.funding.projects.ProjectId;
import io.samling.kernel.PartialDate;
import io.samling.webedge.Parse;
import io.samling.webedge.Writes;
import io.samling.webedge.Written;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/projects/{id}")
class ProjectController {

    private static final String SOME_TEXT = "(?s).*\\S.*";

    /** What is left out is unknown. */
    record Registration(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String owner,
            @Nullable String from,
            @Nullable String until,
            @Nullable @Pattern(regexp = SOME_TEXT) @Size(max = 200) String programme,
            @Nullable @Pattern(regexp = SOME_TEXT) @Size(max = 500) String source,
            @Nullable Boolean demo) {

        RegisterProject asked(ProjectId id) {
            var period =
                    new Period(
                            Parse.optional("from", from, PartialDate::of),
                            Parse.optional("until", until, PartialDate::of));
            return new RegisterProject(
                    id, name, owner, period, programme, source, Boolean.TRUE.equals(demo));
        }
    }

    private final Writes writes;

    ProjectController(Writes writes) {
        this.writes = writes;
    }

    @PutMapping
    ResponseEntity<Written> register(@PathVariable UUID id, @Valid @RequestBody Registration body) {
        return writes.created(URI.create("/api/projects/" + id), body.asked(new ProjectId(id)));
    }
}
