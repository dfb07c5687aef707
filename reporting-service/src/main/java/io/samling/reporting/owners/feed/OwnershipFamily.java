package io.samling.reporting.owners.feed;

import io.samling.contracts.Topics;
import io.samling.contracts.ownership.v1.OwnershipFact;
import io.samling.eventfeed.Columns;
import io.samling.eventfeed.Family;
import io.samling.eventfeed.Fold;
import io.samling.eventfeed.KeptFact;
import io.samling.reporting.owners.OwnerRow;
import io.samling.reporting.owners.OwnerRow.Holder;
import io.samling.reporting.owners.OwnerRow.Holding;
import io.samling.reporting.owners.OwnerRow.Register;
import io.samling.reporting.owners.OwnerRows;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows of share registers of the facts that funding-service tells. */
@Component
class OwnershipFamily implements Family<OwnershipFact, OwnerRow, OwnerRows> {

    private static final String COMPANY = "company";
    private static final String DEMO = "demo";
    private static final String FIRST = "first";
    private static final String HOLDER = "holder";
    private static final String NUMBER = "organisationsnummer";

    private final JsonMapper json;

    OwnershipFamily(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "ownership";
    }

    @Override
    public String service() {
        return "funding";
    }

    @Override
    public String topic() {
        return Topics.OWNERSHIP_FACTS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public @Nullable OwnershipFact read(KeptFact fact) {
        var type = OwnershipFact.classOf(fact.type());
        return type == null ? null : json.readValue(fact.body(), type);
    }

    @Override
    public Fold<OwnershipFact, OwnerRow> fold() {
        return new RegisterFold();
    }

    @Override
    public OwnerRows emptyRows() {
        return new OwnerRows();
    }

    @Override
    public Map<String, Object> columns(OwnerRow value) {
        Map<String, Object> columns = new LinkedHashMap<>();
        switch (value) {
            case Register register -> {
                columns.put(COMPANY, register.company());
                putNumber(columns, register.organisationsnummer());
                columns.put(DEMO, register.demo());
            }
            case Holder holder -> {
                columns.put(HOLDER, holder.holderId());
                columns.put("name", holder.name());
                putNumber(columns, holder.organisationsnummer());
            }
            case Holding holding -> {
                columns.put(FIRST, holding.first());
                columns.put("last", holding.last());
                columns.put(HOLDER, holding.holderId());
                columns.put("shareClass", holding.shareClass());
                columns.put("votesPerShare", holding.votesPerShare());
            }
        }
        return columns;
    }

    @Override
    public OwnerRow value(Columns columns) {
        if (columns.has(COMPANY)) {
            return new Register(
                    columns.text(COMPANY), columns.textOrNull(NUMBER), columns.truth(DEMO));
        }
        if (columns.has(FIRST)) {
            return new Holding(
                    columns.number(FIRST),
                    columns.number("last"),
                    columns.text(HOLDER),
                    columns.text("shareClass"),
                    columns.whole("votesPerShare"));
        }
        return new Holder(columns.text(HOLDER), columns.text("name"), columns.textOrNull(NUMBER));
    }

    private static void putNumber(Map<String, Object> columns, @Nullable String number) {
        if (number != null) {
            columns.put(NUMBER, number);
        }
    }
}
