package io.samling.funding.portfolio;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.AtPosition;
import io.samling.funding.financing.GrantEvent;
import io.samling.funding.financing.GrantEvent.GrantChanged;
import io.samling.funding.financing.GrantEvent.GrantDecided;
import io.samling.funding.financing.GrantEvent.GrantWithdrawn;
import io.samling.funding.projects.ProjectEvent;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import java.util.List;
import java.util.Locale;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Projects with their grants, as they are now. Rebuilt from the log whenever we like. */
@Component
@ProcessingGroup(Portfolio.GROUP)
public class Portfolio {

    /** The processing group of all views of this service. */
    public static final String GROUP = "portfolio";

    private final Rows<ProjectRow> projects;
    private final Rows<GrantRow> grants;
    private final Reached reached;

    Portfolio(MongoDatabase database, Reached reached) {
        this.projects = new Rows<>(database, "view_projects", ProjectRow.class);
        this.grants = new Rows<>(database, "view_grants", GrantRow.class);
        this.reached = reached;
    }

    /** One project, or null. */
    public @Nullable ProjectRow project(String id) {
        return projects.find(id);
    }

    /** Up to so many projects by name, after a place that {@link #orderOf} gave. */
    public List<ProjectRow> projects(@Nullable String after, int limit) {
        return projects.page(after, limit);
    }

    /** One grant, or null. */
    public @Nullable GrantRow grant(String id) {
        return grants.find(id);
    }

    /** The grants of a project, in the order in which they became known. */
    public List<GrantRow> grantsOf(String projectId) {
        return grants.group(projectId);
    }

    /** The place of a project in the list of all. */
    public static String orderOf(ProjectRow project) {
        return project.name().toLowerCase(Locale.ROOT) + " " + project.id();
    }

    @EventHandler
    void on(ProjectEvent event, @AtPosition long position, @SequenceNumber long version) {
        switch (event) {
            case ProjectRegistered e -> {
                var row = rowOf(e, version);
                projects.put(row.id(), row.owner(), orderOf(row), position, row);
            }
        }
        reached.at(position);
    }

    @EventHandler
    void on(GrantEvent event, @AtPosition long position, @SequenceNumber long version) {
        var id = event.grantId();
        switch (event) {
            case GrantDecided e -> {
                var order = "%020d".formatted(position);
                grants.put(id, e.projectId(), order, position, rowOf(e, version));
            }
            case GrantChanged e ->
                    grants.change(
                            id, position, row -> row.changed(e.after(), e.changedOn(), version));
            case GrantWithdrawn e ->
                    grants.change(id, position, row -> row.withdrawn(e.withdrawnOn(), version));
        }
        reached.at(position);
    }

    @ResetHandler
    void forgetEverything() {
        projects.forgetEverything();
        grants.forgetEverything();
        reached.forgetEverything();
    }

    private static ProjectRow rowOf(ProjectRegistered e, long version) {
        return new ProjectRow(
                e.projectId(),
                e.name(),
                e.owner(),
                e.from(),
                e.until(),
                e.programme(),
                e.source(),
                e.demo(),
                version);
    }

    private static GrantRow rowOf(GrantDecided e, long version) {
        return new GrantRow(
                e.grantId(), e.projectId(), e.decision(), List.of(), null, e.source(), version);
    }
}
