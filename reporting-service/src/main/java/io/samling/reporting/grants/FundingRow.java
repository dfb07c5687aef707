package io.samling.reporting.grants;

import static java.util.Objects.requireNonNull;

import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of projects and grants say. */
public sealed interface FundingRow {

    /**
     * A project, whichever day it is.
     *
     * @param begins as precise as it is known
     * @param ends as precise as it is known
     */
    record Project(
            String name,
            String owner,
            @Nullable PartialDate begins,
            @Nullable PartialDate ends,
            @Nullable String programme,
            boolean demo)
            implements FundingRow {

        /** Refuses what a fact left out. */
        public Project {
            requireNonNull(name);
            requireNonNull(owner);
        }
    }

    /**
     * What a decision says while it is in force. It counts from the row's first day; where that is
     * unknown, from the first day of the project.
     *
     * @param decidedOn as precise as it is known
     * @param amount null where it is unknown
     * @param meaning {@code GRANT} or {@code TOTAL_BUDGET}
     */
    record Terms(
            String projectId,
            List<Funder> funders,
            @Nullable PartialDate decidedOn,
            @Nullable Money amount,
            String meaning)
            implements FundingRow {

        /** Refuses what a fact left out. */
        public Terms {
            requireNonNull(projectId);
            requireNonNull(meaning);
            funders = List.copyOf(funders);
        }

        boolean isTotalBudget() {
            return meaning.equals("TOTAL_BUDGET");
        }
    }

    /**
     * One who pays.
     *
     * @param share null where the split is unknown
     */
    record Funder(String name, @Nullable Money share) {

        /** Refuses what a fact left out. */
        public Funder {
            requireNonNull(name);
        }
    }
}
