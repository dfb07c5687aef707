package io.samling.reporting.dashboard.web;

import io.samling.kernel.Money;
import io.samling.reporting.dashboard.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what happened as a person would, a sentence for each kind of fact; reads of a fact no more
 * than it says.
 */
final class Sentences {

    private static final String PART = "changes";
    private static final String CODES = "codes";
    private static final int HUNDREDTHS = 2;

    private final Words words;
    private final JsonMapper json;

    Sentences(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    /** What happened. */
    String of(Change change) {
        var kind = kind(change.type());
        var said = new LinkedHashMap<String, Object>();
        said.put("name", change.name() == null ? words.say("page", "unknown") : change.name());
        said.put("type", kind);
        try {
            var fact = json.readTree(change.body());
            return words.say(PART, tell(kind, fact, change, said), said);
        } catch (RuntimeException unreadable) {
            // it is parked and the figures say so; here it happened all the same
            return words.say(PART, "other", said);
        }
    }

    /** Puts in what the sentence needs, and chooses it. */
    private String tell(String kind, JsonNode fact, Change change, Map<String, Object> said) {
        switch (kind) {
            case "membership-began" -> {
                said.put("name", text(fact, "name"));
                said.put("municipality", name(fact, "municipality", change));
                said.put("firstDay", day(fact, "firstDay"));
                return fact.path("period").asInt() > 1 ? "membership-began-again" : kind;
            }
            case "membership-ended" -> {
                said.put("lastDay", day(fact, "lastDay"));
                said.put("reason", words.code(text(fact, "reason")));
            }
            case "membership-annulled" -> said.put("firstDay", day(fact, "firstDay"));
            case "headcount-reported" -> {
                said.put("value", count(fact.required("reading")));
                said.put("asOf", day(fact.required("reading"), "asOf"));
            }
            case "headcount-corrected" -> {
                said.put("before", count(fact.required("before")));
                said.put("after", count(fact.required("after")));
                said.put("asOf", day(fact.required("after"), "asOf"));
            }
            case "project-registered" -> {
                said.put("name", text(fact, "name"));
                said.put("owner", text(fact, "owner"));
            }
            case "grant-decided" -> {
                said.put("funders", funders(fact.required("grant")));
                said.put("amount", amount(fact.required("grant")));
            }
            case "grant-changed" -> {
                said.put("before", amount(fact.required("before")));
                said.put("after", amount(fact.required("after")));
            }
            case "grant-withdrawn" -> {
                // the project's name says it all
            }
            case "register-opened" -> said.put("name", text(fact, "company"));
            case "holder-entered" -> said.put("holder", text(fact, "name"));
            case "shares-issued", "shares-redeemed" -> {
                said.put("count", size(fact.required("shares")));
                said.put("holder", name(fact, "holderId", change));
            }
            case "shares-transferred" -> {
                said.put("count", size(fact.required("shares")));
                said.put("from", name(fact, "fromHolderId", change));
                said.put("to", name(fact, "toHolderId", change));
            }
            default -> {
                return "other";
            }
        }
        return kind;
    }

    /** A reading with its measure, and its scope where it is not the site. */
    private String count(JsonNode reading) {
        var measure = text(reading, "measure");
        var scope = text(reading, "scope");
        long value = reading.required("value").asLong();
        var written =
                measure.equals("HEADCOUNT")
                        ? words.number(value)
                        : words.decimal(BigDecimal.valueOf(value, HUNDREDTHS));
        var counted = words.say(CODES, measure, Map.of("value", written));
        return scope.equals("SITE") ? counted : counted + " " + words.code(scope);
    }

    private String funders(JsonNode grant) {
        return words.all(
                grant.required("funders").valueStream().map(by -> text(by, "name")).toList());
    }

    private String amount(JsonNode grant) {
        var amount = grant.path("amount");
        if (!amount.isObject()) {
            return words.say(CODES, "unknownAmount");
        }
        var written =
                words.money(new Money(amount.required("minor").asLong(), text(amount, "currency")));
        return text(grant, "meaning").equals("TOTAL_BUDGET")
                ? words.say(CODES, "budget", Map.of("amount", written))
                : written;
    }

    private String size(JsonNode shares) {
        long first = shares.required("first").asLong();
        return words.number(shares.required("last").asLong() - first + 1);
    }

    private String day(JsonNode fact, String field) {
        return words.day(LocalDate.parse(text(fact, field)));
    }

    private static String name(JsonNode fact, String field, Change change) {
        var id = text(fact, field);
        return change.names().getOrDefault(id, id);
    }

    private static String text(JsonNode fact, String field) {
        return fact.required(field).asString();
    }

    /** The name of a kind of fact: {@code grant-decided} of its type. */
    private static String kind(String type) {
        var parts = type.split("\\.", -1);
        return parts.length < 2 ? type : parts[parts.length - 2];
    }
}
