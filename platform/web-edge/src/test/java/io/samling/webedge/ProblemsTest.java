package io.samling.webedge;

import static io.samling.webedge.Http.ORDER;
import static io.samling.webedge.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // JUnit and Spring fill the fields
class ProblemsTest {

    @TempDir static Path data;

    @LocalServerPort int port;

    Http http;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("samling.data", data::toString);
    }

    @BeforeEach
    void open() {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400",
        "UNKNOWN, 404",
        "CONFLICT, 409",
        "SUPERSEDED, 412",
        "FORBIDDEN_BY_RULE, 422"
    })
    void a_refusal_keeps_its_code_and_sentence(String kind, int status) {
        var response = http.post("/refusals/" + kind, "X-Request-Id", "request-17");

        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(response))
                .isEqualTo(
                        json(
                                """
                                {"type": "/problems/shop-closed", "title": "Shop closed",
                                 "status": %d, "detail": "The shop is closed.",
                                 "instance": "urn:samling:request:request-17"}
                                """
                                        .formatted(status)));
    }

    @Test
    void too_busy_says_when_to_come_back() {
        var response = http.post("/faults/busy");

        assertProblem(response, 503, "too-busy", "Too many at once.");
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void an_unknown_outcome_is_never_called_a_failure() {
        assertThat(detail(http.post("/faults/unknown"), 504, "outcome-unknown"))
                .contains("send the same request again");
    }

    @Test
    void a_fault_of_ours_is_logged_once_under_the_id_of_the_request(CapturedOutput log) {
        var response = http.post("/faults/any", "X-Request-Id", "request-18");

        assertProblem(
                response,
                500,
                "internal",
                "This is a fault of ours, logged under request request-18.");
        assertThat(response.body()).doesNotContain("secret", "IllegalArgument");
        assertThat(log.getOut().split("IllegalArgumentException: secret", -1)).hasSize(2);
        assertThat(log).contains("Request request-18 failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"byer":"A"}                          | unknown-field   | There is no field 'byer' here; known are buyer, colour, day, lines, organisationsnummer and price.
                    {"buyer":17}                          | malformed-field | buyer must be a text in quotes.
                    {"buyer":"A","day":"yesterday"}       | malformed-field | day must be a day such as "2025-12-31".
                    {"buyer":"A","day":20251231}          | malformed-field | day must be a day such as "2025-12-31".
                    {"buyer":"A","colour":"BLUE"}         | malformed-field | colour must be one of RED, GREEN.
                    {"buyer":"A","colour":1}              | malformed-field | colour must be one of RED, GREEN.
                    {"lines":[{"text":"x","count":"4"}]}  | malformed-field | lines[0].count must be a whole number without quotes.
                    {"lines":[{"text":"x","count":1.5}]}  | malformed-field | lines[0].count must be a whole number without quotes.
                    {"lines":[{"text":"x"}]}              | malformed-field | lines[0].count must be a whole number without quotes.
                    {"lines":{}}                          | malformed-field | lines must be a list in [ ].
                    {"price":{"minor":1,"currency":"kr"}} | malformed-price | A currency is three capital letters, such as SEK, not 'kr'.
                    []                                    | malformed-json  | The body must be a JSON object in { }.
                    "text"                                | malformed-json  | The body must be a JSON object in { }.
                    {"buyer":                             | malformed-json  | The body is no valid JSON at line 1, column 10.
                    {"buyer":"A","buyer":"B"}             | malformed-json  | A field occurs twice at line 1, column 21.
                    {"day":"2025-01-01"} {}               | malformed-json  | The body must be a JSON object in { }.
                    {}                                    | invalid-fields  | buyer is missing or blank; day is missing.
                    """)
    void a_newcomers_mistake_is_named(String json, String code, String sentence) {
        assertProblem(http.put(ORDER, json), 400, code, sentence);
    }

    @Test
    void every_invalid_field_is_listed() {
        var response =
                http.put(
                        ORDER,
                        "{\"buyer\":\"A\",\"lines\":[{\"text\":\"\",\"count\":1}]}",
                        "Accept-Language",
                        "sv");

        assertThat(json(response).get("errors"))
                .isEqualTo(
                        json(
                                """
                                [{"field": "day", "detail": "is missing"},
                                 {"field": "lines[0].text", "detail": "is missing or blank"}]
                                """));
    }

    @Test
    void a_missing_body_is_said_to_be_missing() {
        assertThat(detail(http.send("PUT", ORDER, ""), 400, "missing-body")).contains("{ }");
    }

    @Test
    void a_malformed_value_is_answered_with_its_field() {
        var response = http.put(ORDER, orderFor("556036-0794"));

        assertThat(detail(response, 400, "malformed-organisationsnummer")).contains("check digit");
        assertThat(json(response).get("field").asString()).isEqualTo("organisationsnummer");
    }

    @Test
    void a_persons_number_is_neither_answered_nor_logged(CapturedOutput log) {
        var response = http.put(ORDER, orderFor("811218-9876"));

        assertThat(detail(response, 422, "sole-trader")).doesNotContain("811218");
        assertThat(response.body() + log).doesNotContain("811218", "9876");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT    | /orders/17               | 400 | malformed-id
                    PUT    | /orders/0-0-0-0-0        | 400 | malformed-id
                    GET    | /orders?limit=0          | 400 | invalid-fields
                    GET    | /orders?limit=many       | 400 | invalid-fields
                    GET    | /orders?cursor=%3F       | 400 | malformed-cursor
                    GET    | /orders?asOf=today       | 400 | malformed-parameter
                    GET    | /orders?at-least=17      | 400 | malformed-parameter
                    GET    | /orders?at-least=member:7f3a91c2:42 | 503 | not-yet-known
                    GET    | /orders?at-least=member:ffffffff:0  | 409 | other-log
                    GET    | /nowhere                 | 404 | unknown-path
                    GET    | /problems/nothing        | 404 | unknown-path
                    DELETE | /orders                  | 405 | method-not-allowed
                    """)
    void a_wrong_turn_is_named(String method, String path, int status, String code) {
        detail(http.send(method, path, method.equals("PUT") ? "{}" : ""), status, code);
    }

    @Test
    void a_malformed_position_says_what_one_looks_like() {
        assertThat(detail(http.get("/orders?at-least=17"), 400, "malformed-parameter"))
                .isEqualTo("A position looks like member:7f3a91c2:1234 (service, log, number).");
    }

    @Test
    void a_wrong_method_says_which_would_do() {
        var response = http.send("DELETE", "/orders", "");

        assertProblem(response, 405, "method-not-allowed", "DELETE does not work here, GET would.");
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void only_json_goes_in_and_out() {
        detail(http.get("/orders", "Accept", "text/html"), 406, "not-acceptable");
        var form =
                http.raw(
                        """
                        PUT %s HTTP/1.1
                        Host: localhost
                        Connection: close
                        Content-Type: text/plain
                        Content-Length: 2

                        {}"""
                                .formatted(ORDER)
                                .replace("\n", "\r\n"));
        assertThat(form).startsWith("HTTP/1.1 415").contains("/problems/unsupported-media-type");
    }

    @Test
    void problems_explain_themselves_at_their_type() {
        var problem = json(http.get("/orders?limit=0"));

        var explained = json(http.get(problem.get("type").asString()));

        assertThat(explained.get("remedy").asString()).contains("errors");
        assertThat(json(http.get("/problems")).size()).isEqualTo(EdgeProblems.ALL.size());
    }

    @Test
    void what_there_is_is_described() {
        var description = json(http.get("/openapi"));

        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .contains("/orders/{id}", "/problems/{code}")
                .doesNotContain("/error");
        assertThat(description.get("paths").get("/orders").get("get").get("parameters"))
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactlyInAnyOrder("limit", "cursor", "at-least", "asOf");
        assertThat(description.get("paths").get("/orders/{id}").get("put").get("parameters"))
                .extracting(parameter -> parameter.get("name").asString())
                .containsExactlyInAnyOrder("id", "Idempotency-Key", "If-Match");
    }

    static String orderFor(String number) {
        return "{\"buyer\":\"A\",\"day\":\"2025-01-01\",\"organisationsnummer\":\""
                + number
                + "\"}";
    }

    static void assertProblem(
            HttpResponse<String> response, int status, String code, String sentence) {
        assertThat(detail(response, status, code)).isEqualTo(sentence);
    }

    static String detail(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode() + " " + json(response).get("type").asString())
                .isEqualTo(status + " /problems/" + code);
        return json(response).get("detail").asString();
    }
}
