package io.samling.reporting.grants;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.samling.kernel.Money;
import io.samling.reporting.grants.FundingRow.Funder;
import io.samling.reporting.grants.FundingRow.Project;
import io.samling.reporting.grants.FundingRow.Terms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant with the terms in force, as the list behind the sum shows it.
 *
 * @param project the project's name, absent while nothing is known of it
 * @param owner who owns the project, absent like its name
 * @param demo the project is invented
 * @param countsFrom the first day on which these terms count
 * @param decidedOn as precise as it is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InForce(
        String grantId,
        String projectId,
        @Nullable String project,
        @Nullable String owner,
        boolean demo,
        LocalDate countsFrom,
        @Nullable String decidedOn,
        @Nullable Money amount,
        String meaning,
        List<Funder> funders) {

    static InForce of(String grantId, int from, Terms terms, @Nullable Project project) {
        return new InForce(
                grantId,
                terms.projectId(),
                project == null ? null : project.name(),
                project == null ? null : project.owner(),
                project != null && project.demo(),
                LocalDate.ofEpochDay(from),
                terms.decidedOn() == null ? null : terms.decidedOn().text(),
                terms.amount(),
                terms.meaning(),
                terms.funders());
    }

    boolean isDecidedToTheDay() {
        return decidedOn != null && decidedOn.length() == "2015-03-27".length();
    }
}
