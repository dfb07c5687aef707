package io.samling.reporting.members.feed;

import io.samling.contracts.Topics;
import io.samling.contracts.member.v1.MemberFact;
import io.samling.eventfeed.Columns;
import io.samling.eventfeed.Family;
import io.samling.eventfeed.Fold;
import io.samling.eventfeed.KeptFact;
import io.samling.reporting.members.MemberRow;
import io.samling.reporting.members.MemberRow.Membership;
import io.samling.reporting.members.MemberRow.Reading;
import io.samling.reporting.members.MemberRows;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes members' rows of the facts that member-service tells. */
@Component
class MemberFamily implements Family<MemberFact, MemberRow, MemberRows> {

    private static final String MEASURE = "measure";

    private final JsonMapper json;

    MemberFamily(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "member";
    }

    @Override
    public String service() {
        return "member";
    }

    @Override
    public String topic() {
        return Topics.MEMBER_FACTS;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable MemberFact read(KeptFact fact) {
        var type = MemberFact.classOf(fact.type());
        return type == null ? null : json.readValue(fact.body(), type);
    }

    @Override
    public Fold<MemberFact, MemberRow> fold() {
        return new MemberFold();
    }

    @Override
    public MemberRows emptyRows() {
        return new MemberRows();
    }

    @Override
    public Map<String, Object> columns(MemberRow value) {
        Map<String, Object> columns = new LinkedHashMap<>();
        switch (value) {
            case Membership membership -> {
                columns.put("period", membership.period());
                columns.put("organisationsnummer", membership.organisationsnummer());
                columns.put("name", membership.name());
                columns.put("kind", membership.kind());
                columns.put("municipality", membership.municipality());
                columns.put("demo", membership.demo());
            }
            case Reading reading -> {
                columns.put(MEASURE, reading.measure());
                columns.put("scope", reading.scope());
                columns.put("value", reading.value());
                columns.put("source", reading.source());
            }
        }
        return columns;
    }

    @Override
    public MemberRow value(Columns columns) {
        if (columns.has(MEASURE)) {
            return new Reading(
                    columns.text(MEASURE),
                    columns.text("scope"),
                    columns.number("value"),
                    columns.text("source"));
        }
        return new Membership(
                columns.whole("period"),
                columns.text("organisationsnummer"),
                columns.text("name"),
                columns.text("kind"),
                columns.text("municipality"),
                columns.truth("demo"));
    }
}
