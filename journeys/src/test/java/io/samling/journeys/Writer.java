package io.samling.journeys;

import io.samling.journeys.Api.Answer;
import java.time.LocalDate;

/** Asks the services for changes, in the words of their API. */
record Writer(Landscape.Service member, Landscape.Service funding) {

    Writer(Landscape landscape) {
        this(landscape.member(), landscape.funding());
    }

    Answer join(String id, String number, LocalDate firstDay) {
        return member.api()
                .put(
                        "/api/members/" + id,
                        """
                        {"organisationsnummer": "%s", "name": "Bolag %s AB", "kind": "COMPANY",
                         "municipality": "1080", "firstDay": "%s", "demo": true}
                        """
                                .formatted(number, number, firstDay));
    }

    Answer leave(String id, LocalDate lastDay, String reason) {
        return member.api()
                .post(
                        "/api/members/" + id + "/departure",
                        """
                        {"lastDay": "%s", "reason": "%s"}
                        """
                                .formatted(lastDay, reason),
                        "leave " + id + lastDay);
    }

    Answer merge(String id, String into, LocalDate day) {
        return member.api()
                .post(
                        "/api/members/" + id + "/merger",
                        """
                        {"day": "%s", "into": "%s"}
                        """
                                .formatted(day, into),
                        "merge " + id + day);
    }

    Answer comeBack(String id, LocalDate firstDay) {
        return member.api()
                .post(
                        "/api/members/" + id + "/return",
                        """
                        {"firstDay": "%s"}
                        """
                                .formatted(firstDay),
                        "return " + id + firstDay);
    }

    Answer annul(String id) {
        return member.api().post("/api/members/" + id + "/annulment", "{}", "annul " + id);
    }

    Answer report(String id, String reading, String scope, LocalDate asOf, int value) {
        return member.api()
                .put("/api/members/" + id + "/headcounts/" + reading, reading(scope, asOf, value));
    }

    Answer correct(String id, String reading, String scope, LocalDate asOf, int value) {
        return member.api()
                .post(
                        "/api/members/" + id + "/headcounts/" + reading + "/correction",
                        reading(scope, asOf, value),
                        "correct " + reading + value);
    }

    private static String reading(String scope, LocalDate asOf, int value) {
        return """
               {"measure": "HEADCOUNT", "scope": "%s", "asOf": "%s", "value": %d, "source": "MEMBER"}
               """
                .formatted(scope, asOf, value);
    }

    Answer register(String project, String from) {
        return funding.api()
                .put(
                        "/api/projects/" + project,
                        """
                        {"name": "Projekt %s", "owner": "Klustret", "from": %s}
                        """
                                .formatted(project, from));
    }

    /** A grant whose other fields are given as JSON, each unknown where it is {@code null}. */
    Answer grant(String id, String project, String decidedOn, String amount, String meaning) {
        return funding.api()
                .put(
                        "/api/grants/" + id,
                        """
                        {"projectId": "%s", "funders": [{"name": "Vinnova"}], "decidedOn": %s,
                         "amount": %s, "meaning": "%s"}
                        """
                                .formatted(project, decidedOn, amount, meaning));
    }

    Answer changeGrant(String id, String fields) {
        return funding.api().post("/api/grants/" + id + "/change", fields, "change " + fields + id);
    }

    Answer withdraw(String id, String day) {
        var body = "{\"withdrawnOn\": \"%s\"}".formatted(day);
        return funding.api().post("/api/grants/" + id + "/withdrawal", body, "withdraw " + id);
    }

    Answer openRegister(String register) {
        var body = "{\"company\": \"Klustret AB\", \"demo\": true}";
        return funding.api().put("/api/share-registers/" + register, body);
    }

    Answer enterHolder(String register, String holder) {
        var body = "{\"name\": \"Kommun %s\"}".formatted(holder);
        return funding.api().put("/api/share-registers/" + register + "/holders/" + holder, body);
    }

    Answer enter(String register, String entry, String body) {
        return funding.api().put("/api/share-registers/" + register + "/entries/" + entry, body);
    }
}
