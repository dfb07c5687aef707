package io.samling.funding.portfolio;

import io.samling.contracts.LogPosition;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.View;
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
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Projects with their grants, as they are now. Rebuilt from the log whenever we like. */
@Component
@ProcessingGroup(Portfolio.GROUP)
public class Portfolio {

    /** The processing group of all views of this service. */
    static final String GROUP = "portfolio";

    private final View view;

    Portfolio(View view) {
        this.view = view;
    }

    /** The last position of the log that the views show. */
    public LogPosition reached() {
        return view.reached();
    }

    /** One project, or null. */
    public @Nullable ProjectRow project(String id) {
        return view.ask(rows -> rows.find(PortfolioRows.PROJECTS, id));
    }

    /** Up to so many projects by name, after a place that {@link #orderOf} gave. */
    public List<ProjectRow> projects(@Nullable String after, int limit) {
        return PortfolioRows.page(view, PortfolioRows.PROJECTS, after, limit);
    }

    /** One grant, or null. */
    public @Nullable GrantRow grant(String id) {
        return view.ask(rows -> rows.find(PortfolioRows.GRANTS, id));
    }

    /** The grants of a project, in the order in which they became known. */
    public List<GrantRow> grantsOf(String projectId) {
        return view.ask(rows -> PortfolioRows.group(rows, PortfolioRows.GRANTS, projectId));
    }

    /** The place of a project in the list of all. */
    public static String orderOf(ProjectRow project) {
        return project.name().toLowerCase(Locale.ROOT) + " " + project.id();
    }

    @EventHandler
    void on(ProjectEvent event, @SequenceNumber long version, Changes changes) {
        switch (event) {
            case ProjectRegistered e ->
                    changes.put(PortfolioRows.PROJECTS, e.projectId(), rowOf(e, version));
        }
    }

    @EventHandler
    void on(GrantEvent event, @SequenceNumber long version, Changes changes) {
        var id = event.grantId();
        switch (event) {
            case GrantDecided e -> changes.put(PortfolioRows.GRANTS, id, rowOf(e, version));
            case GrantChanged e ->
                    changes.change(
                            PortfolioRows.GRANTS,
                            id,
                            row -> row.changed(e.after(), e.changedOn(), version));
            case GrantWithdrawn e ->
                    changes.change(
                            PortfolioRows.GRANTS,
                            id,
                            row -> row.withdrawn(e.withdrawnOn(), version));
        }
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
