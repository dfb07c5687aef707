package io.samling.reporting.dashboard.web;

import static io.samling.reporting.ToldFacts.told;

import io.samling.contracts.funding.v1.FundingFact;
import io.samling.contracts.funding.v1.FundingFact.Amount;
import io.samling.contracts.funding.v1.FundingFact.Funder;
import io.samling.contracts.funding.v1.FundingFact.Grant;
import io.samling.contracts.funding.v1.FundingFact.GrantDecided;
import io.samling.contracts.funding.v1.FundingFact.ProjectRegistered;
import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.contracts.ownership.v1.OwnershipFact.HolderEntered;
import io.samling.contracts.ownership.v1.OwnershipFact.Range;
import io.samling.contracts.ownership.v1.OwnershipFact.RegisterOpened;
import io.samling.contracts.ownership.v1.OwnershipFact.SharesIssued;
import io.samling.eventfeed.ToldLog.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Three projects: one granted 1,990,560.50 kr to the day, one with only its whole budget known and
 * decided in some month, one of which hardly anything is known; and a company that three own.
 */
final class FundingStory {

    private static final String REGISTER = "s-1";

    private FundingStory() {}

    static List<Event> events() {
        return List.of(
                told(project("p-1", "Lättare verktyg", "Olofströms kommun", "2016-01-01")),
                told(granted("g-1", "p-1", "2016-03-27", 199_056_050L, "GRANT")),
                told(project("p-2", "Bas för klustret", "Region Blekinge", null)),
                told(granted("g-2", "p-2", "2018-09", 1_400_000_000L, "TOTAL_BUDGET")),
                told(project("p-3", "Jobb i långa banor", "Ronneby kommun", "2010")),
                told(granted("g-3", "p-3", null, null, "GRANT")),
                told(new RegisterOpened(REGISTER, "Påhittade Kluster AB", null, true)),
                told(holder("h-1", "Region Blekinge")),
                told(holder("h-2", "Karlskrona kommun")),
                told(holder("h-3", "Olofströms kommun")),
                told(issued("e-1", 1, 500, "h-1")),
                told(issued("e-2", 501, 800, "h-2")),
                told(issued("e-3", 801, 1000, "h-3")));
    }

    private static FundingFact project(
            String id, String name, String owner, @Nullable String from) {
        return new ProjectRegistered(id, name, owner, from, null, null, null, true);
    }

    private static FundingFact granted(
            String id,
            String project,
            @Nullable String decidedOn,
            @Nullable Long ore,
            String meaning) {
        var amount = ore == null ? null : new Amount(ore, "SEK");
        var funders = List.of(new Funder("Europeiska socialfonden", null));
        var grant = new Grant(funders, decidedOn, amount, meaning);
        return new GrantDecided(id, project, grant, null);
    }

    private static OwnershipFact holder(String id, String name) {
        return new HolderEntered(REGISTER, id, name, null);
    }

    private static OwnershipFact issued(String id, long first, long last, String holder) {
        return new SharesIssued(REGISTER, id, new Range(first, last), holder, "A", 1, "2021-07-01");
    }
}
