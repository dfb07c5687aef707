package io.samling.reporting.grants.feed;

import io.samling.contracts.Topics;
import io.samling.contracts.funding.v1.FundingFact;
import io.samling.eventfeed.Columns;
import io.samling.eventfeed.Family;
import io.samling.eventfeed.Fold;
import io.samling.eventfeed.KeptFact;
import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import io.samling.reporting.grants.FundingRow;
import io.samling.reporting.grants.FundingRow.Funder;
import io.samling.reporting.grants.FundingRow.Project;
import io.samling.reporting.grants.FundingRow.Terms;
import io.samling.reporting.grants.FundingRows;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows of projects and grants of the facts that funding-service tells. */
@Component
class FundingFamily implements Family<FundingFact, FundingRow, FundingRows> {

    private static final String MEANING = "meaning";

    private final JsonMapper json;

    FundingFamily(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "funding";
    }

    @Override
    public String service() {
        return "funding";
    }

    @Override
    public String topic() {
        return Topics.FUNDING_FACTS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable FundingFact read(KeptFact fact) {
        var type = FundingFact.classOf(fact.type());
        return type == null ? null : json.readValue(fact.body(), type);
    }

    @Override
    public Fold<FundingFact, FundingRow> fold() {
        return new FundingFold();
    }

    @Override
    public FundingRows emptyRows() {
        return new FundingRows();
    }

    @Override
    public Map<String, Object> columns(FundingRow value) {
        return switch (value) {
            case Project project -> columns(project);
            case Terms terms -> columns(terms);
        };
    }

    @Override
    public FundingRow value(Columns columns) {
        return columns.has(MEANING) ? terms(columns) : project(columns);
    }

    private static Map<String, Object> columns(Project project) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", project.name());
        columns.put("owner", project.owner());
        putDate(columns, "begins", project.begins());
        putDate(columns, "ends", project.ends());
        if (project.programme() != null) {
            columns.put("programme", project.programme());
        }
        columns.put("demo", project.demo());
        return columns;
    }

    private static Project project(Columns columns) {
        return new Project(
                columns.text("name"),
                columns.text("owner"),
                date(columns, "begins"),
                date(columns, "ends"),
                columns.textOrNull("programme"),
                columns.truth("demo"));
    }

    private static Map<String, Object> columns(Terms terms) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("project", terms.projectId());
        columns.put(MEANING, terms.meaning());
        putDate(columns, "decidedOn", terms.decidedOn());
        putMoney(columns, terms.amount());
        columns.put("funders", terms.funders().stream().map(FundingFamily::columns).toList());
        return columns;
    }

    private static Terms terms(Columns columns) {
        return new Terms(
                columns.text("project"),
                columns.list("funders").stream().map(FundingFamily::funder).toList(),
                date(columns, "decidedOn"),
                money(columns),
                columns.text(MEANING));
    }

    private static Map<String, Object> columns(Funder funder) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", funder.name());
        putMoney(columns, funder.share());
        return columns;
    }

    private static Funder funder(Columns columns) {
        return new Funder(columns.text("name"), money(columns));
    }

    private static void putDate(
            Map<String, Object> columns, String name, @Nullable PartialDate date) {
        if (date != null) {
            columns.put(name, date.text());
        }
    }

    private static @Nullable PartialDate date(Columns columns, String name) {
        var text = columns.textOrNull(name);
        return text == null ? null : PartialDate.of(text);
    }

    private static void putMoney(Map<String, Object> columns, @Nullable Money money) {
        if (money != null) {
            columns.put("minor", money.minor());
            columns.put("currency", money.currency());
        }
    }

    private static @Nullable Money money(Columns columns) {
        var minor = columns.numberOrNull("minor");
        return minor == null ? null : new Money(minor, columns.text("currency"));
    }
}
