package io.samling.reporting.grants.feed;

import io.samling.contracts.funding.v1.FundingFact;
import io.samling.contracts.funding.v1.FundingFact.Grant;
import io.samling.contracts.funding.v1.FundingFact.GrantChanged;
import io.samling.contracts.funding.v1.FundingFact.GrantDecided;
import io.samling.contracts.funding.v1.FundingFact.GrantWithdrawn;
import io.samling.contracts.funding.v1.FundingFact.ProjectRegistered;
import io.samling.eventfeed.Fold;
import io.samling.eventfeed.Span;
import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import io.samling.reporting.grants.FundingRow;
import io.samling.reporting.grants.FundingRow.Funder;
import io.samling.reporting.grants.FundingRow.Project;
import io.samling.reporting.grants.FundingRow.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One project, or one grant with its terms one after the other. */
final class FundingFold implements Fold<FundingFact, FundingRow> {

    private final List<Span<FundingRow>> spans = new ArrayList<>();

    @Override
    public void tell(FundingFact fact) {
        switch (fact) {
            case ProjectRegistered registered -> spans.add(Span.always(project(registered)));
            case GrantDecided decided -> spans.add(decided(decided));
            case GrantChanged changed -> change(changed);
            case GrantWithdrawn withdrawn -> endAllOn(lastDay(withdrawn.withdrawnOn()));
        }
    }

    @Override
    public List<Span<FundingRow>> spans() {
        return List.copyOf(spans);
    }

    private void change(GrantChanged changed) {
        int from = day(changed.changedOn());
        endAllOn(from);
        spans.add(new Span<>(from, Span.OPEN, terms(changed.projectId(), changed.after())));
    }

    /** What is known later holds from its day on, whatever was thought of later days before. */
    private void endAllOn(int day) {
        if (spans.isEmpty()) {
            throw new IllegalStateException("a grant that was never decided");
        }
        spans.replaceAll(span -> span.until(day));
        spans.removeIf(Span::isEmpty);
    }

    private static Span<FundingRow> decided(GrantDecided decided) {
        var terms = terms(decided.projectId(), decided.grant());
        var day = terms.decidedOn();
        return day == null ? Span.always(terms) : Span.from(day.firstDay(), terms);
    }

    private static Terms terms(String projectId, Grant grant) {
        return new Terms(
                projectId,
                grant.funders().stream().map(FundingFold::funder).toList(),
                date(grant.decidedOn()),
                money(grant.amount()),
                grant.meaning());
    }

    private static Funder funder(FundingFact.Funder funder) {
        return new Funder(funder.name(), money(funder.share()));
    }

    private static Project project(ProjectRegistered registered) {
        return new Project(
                registered.name(),
                registered.owner(),
                date(registered.from()),
                date(registered.until()),
                registered.programme(),
                registered.demo());
    }

    private static @Nullable Money money(FundingFact.@Nullable Amount amount) {
        return amount == null ? null : new Money(amount.minor(), amount.currency());
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.of(text);
    }

    private static int day(String text) {
        return Span.day(PartialDate.of(text).firstDay());
    }

    /** An imprecise end is the last day of its period. */
    private static int lastDay(String text) {
        return Span.day(PartialDate.of(text).lastDay());
    }
}
