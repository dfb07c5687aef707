package io.samling.journeys;

import io.samling.contracts.LogPositions;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks reporting-service. */
record Figures(Api reporting) {

    static final List<String> NAMES = List.of("members", "employees", "grants", "owners");

    /** What a figure says of a day, as known now. */
    Said ask(String figure, String day) {
        return ask(new Question(figure, "?asOf=" + day));
    }

    Said ask(Question question) {
        return new Said(question, reporting.get(question.path()).json());
    }

    /** A question, without what was known when it was asked. */
    record Question(String figure, String parameters) {

        String path() {
            return "/api/figures/" + figure + parameters;
        }

        Question asKnown(String known) {
            return new Question(figure, parameters + "&known=" + known);
        }
    }

    /** What was answered. */
    record Said(Question question, JsonNode answer) {

        String known() {
            return answer.get("known").asString();
        }

        /** Up to where the log of a service was known. */
        long known(String service) {
            return Objects.requireNonNull(LogPositions.parse(known()).of(service)).position();
        }

        /** The figure itself, without what time does to any answer. */
        JsonNode figure() {
            var figure = (ObjectNode) answer.deepCopy();
            return figure.remove(List.of("settled", "parked", "known", "knownAt", "completeUntil"));
        }
    }
}
