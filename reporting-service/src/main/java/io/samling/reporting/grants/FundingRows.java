package io.samling.reporting.grants;

import io.samling.eventfeed.Row;
import io.samling.eventfeed.Span;
import io.samling.eventfeed.SubjectRows;
import io.samling.reporting.grants.FundingRow.Project;
import io.samling.reporting.grants.FundingRow.Terms;
import io.samling.reporting.rows.Subjects;
import io.samling.reporting.rows.Table;
import io.samling.reporting.rows.ValueTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All projects and grants, on every day, as known at every position. */
public final class FundingRows implements SubjectRows<FundingRow> {

    private final Subjects subjects = new Subjects();
    private final ValueTable<Project> projects = new ValueTable<>();
    private final ValueTable<Terms> grants = new ValueTable<>();

    @Override
    public void replace(String subject, List<Row<FundingRow>> rows) {
        List<Row<Project>> ofProject = new ArrayList<>();
        List<Row<Terms>> ofGrant = new ArrayList<>();
        for (var row : rows) {
            switch (row.span().value()) {
                case Project project -> ofProject.add(with(row, project));
                case Terms terms -> ofGrant.add(with(row, terms));
            }
        }
        int number = subjects.number(subject);
        projects.replace(number, ofProject);
        grants.replace(number, ofGrant);
    }

    @Override
    public boolean knows(String subject) {
        return subjects.find(subject) != Subjects.NONE;
    }

    @Override
    public int size() {
        return projects.size() + grants.size();
    }

    /** Adds up what is in force on a day. */
    GrantTotals totals(int day, long known) {
        var totals = new GrantTotals.Adding();
        each(day, known, totals::add, totals::notPlaced);
        return totals.sum();
    }

    /** What is in force on a day, by the grants' ids. */
    List<InForce> inForce(int day, long known) {
        List<InForce> inForce = new ArrayList<>();
        each(day, known, inForce::add, () -> {});
        inForce.sort(java.util.Comparator.comparing(InForce::grantId));
        return inForce;
    }

    /** What a project is called; empty where it is not known. */
    public Optional<String> project(String projectId) {
        int subject = subjects.find(projectId);
        int place = subject == Subjects.NONE ? Table.NOWHERE : projects.newestOf(subject);
        return place == Table.NOWHERE ? Optional.empty() : Optional.of(projects.get(place).name());
    }

    private void each(int day, long known, Consumer<InForce> counted, Runnable notPlaced) {
        var projectsKnown = projects(known);
        for (int place = 0; place < grants.places(); place++) {
            if (!grants.counts(place, day, known)) {
                continue;
            }
            var terms = grants.get(place);
            var project = projectsKnown.get(terms.projectId());
            int from = firstDay(grants.from(place), project);
            if (from == Span.BEGINNING) {
                notPlaced.run();
            } else if (from <= day) {
                var grantId = subjects.id(grants.subject(place));
                counted.accept(InForce.of(grantId, from, terms, project));
            }
        }
    }

    private static int firstDay(int from, @Nullable Project project) {
        if (from != Span.BEGINNING || project == null || project.begins() == null) {
            return from;
        }
        return Span.day(project.begins().firstDay());
    }

    private Map<String, Project> projects(long known) {
        Map<String, Project> found = new HashMap<>();
        for (int place = 0; place < projects.places(); place++) {
            if (projects.isKnown(place, known)) {
                found.put(subjects.id(projects.subject(place)), projects.get(place));
            }
        }
        return found;
    }

    private static <V extends FundingRow> Row<V> with(Row<FundingRow> row, V value) {
        var span = new Span<>(row.span().from(), row.span().until(), value);
        return new Row<>(span, row.knownFrom(), row.knownUntil());
    }
}
