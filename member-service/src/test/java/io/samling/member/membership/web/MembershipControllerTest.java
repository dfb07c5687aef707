package io.samling.member.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.kernel.Municipality;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.Remembered;
import io.samling.member.membership.LeavingReason;
import io.samling.member.membership.MemberId;
import io.samling.member.membership.MembershipCommand.Annul;
import io.samling.member.membership.MembershipCommand.ComeBack;
import io.samling.member.membership.MembershipCommand.Join;
import io.samling.member.membership.MembershipCommand.Leave;
import io.samling.member.membership.MembershipCommand.Merge;
import io.samling.member.membership.OrganisationKind;
import io.samling.member.membership.OrganisationName;
import io.samling.testing.ControllerTest;
import io.samling.testing.HeardCommands;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest({MembershipController.class, MunicipalityController.class})
@ExtendWith(OutputCaptureExtension.class)
class MembershipControllerTest extends ControllerTest {

    static final MemberId ACME = MemberId.of(Remembered.ACME);
    static final String ADDRESS = "/api/members/" + Remembered.ACME;
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    static final String JOINING =
            """
            {"organisationsnummer": "499900-0005", "name": "Acme AB", "kind": "COMPANY",
             "municipality": "0763", "firstDay": "2026-01-01", "demo": true}""";

    @ParameterizedTest
    @ValueSource(strings = {"499900-0005", "4999000005", "164999000005", " 16499900-0005 "})
    void an_organisation_joins_whatever_the_spelling_of_its_number(String number) {
        var answer = put(ADDRESS, JOINING.replace("499900-0005", number));

        assertThat(answer).hasStatus(201).hasHeader("Location", ADDRESS);
        assertThat(answer).hasHeader("Samling-Position", HeardCommands.POSITION);
        assertThat(commands.only())
                .isEqualTo(
                        new Join(
                                ACME,
                                new Organisationsnummer("4999000005"),
                                new OrganisationName("Acme AB"),
                                OrganisationKind.COMPANY,
                                Municipality.of("0763"),
                                DAY,
                                true));
    }

    @Test
    void it_leaves() {
        assertThat(
                        post(
                                ADDRESS + "/departure",
                                "{\"lastDay\": \"2026-01-01\", \"reason\": \"RESIGNED\"}"))
                .hasStatus(200);
        assertThat(commands.only()).isEqualTo(new Leave(ACME, DAY, LeavingReason.RESIGNED));
    }

    @Test
    void it_is_merged() {
        var body = "{\"day\": \"2026-01-01\", \"into\": \"" + Remembered.BOLT + "\"}";

        assertThat(post(ADDRESS + "/merger", body)).hasStatus(200);
        assertThat(commands.only()).isEqualTo(new Merge(ACME, DAY, MemberId.of(Remembered.BOLT)));
    }

    @Test
    void it_returns_as_it_was() {
        assertThat(post(ADDRESS + "/return", "{\"firstDay\": \"2026-01-01\"}")).hasStatus(200);
        assertThat(commands.only()).isEqualTo(new ComeBack(ACME, DAY, null, null, null));
    }

    @Test
    void its_newest_period_is_annulled() {
        assertThat(post(ADDRESS + "/annulment", "{}")).hasStatus(200);
        assertThat(commands.only()).isEqualTo(new Annul(ACME, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    499900-0005 | 499900-0006 | 400 | malformed-organisationsnummer | check digit
                    499900-0005 | 499900-000  | 400 | malformed-organisationsnummer | ten digits
                    Acme AB     | ' '         | 400 | invalid-fields                | name is missing or blank
                    COMPANY     | FIRM        | 400 | malformed-field               | kind must be one of COMPANY, PUBLIC_BODY
                    0763        | 763         | 400 | malformed-municipality        | such as 1060 for Olofström
                    "0763"      | 763         | 400 | malformed-field               | municipality must be a text in quotes
                    2026-01-01  | 2026-02-30  | 400 | malformed-field               | firstDay must be a day such as
                    2026-01-01  | 0226-01-01  | 400 | malformed-first-day           | between the years 1900 and 2200
                    "demo"      | "domo"      | 400 | unknown-field                 | no field 'domo' here; known are demo
                    "firstDay"  | "Firstday"  | 400 | unknown-field                 | 'Firstday'
                    true        | "yes"       | 400 | malformed-field               | demo must be true or false
                    """)
    void a_mistake_is_named(String right, String wrong, int status, String code, String words) {
        assertProblem(put(ADDRESS, JOINING.replace(right, wrong)), status, code, words);
        assertThat(commands.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"811218-9876", "198112189876", "811218+9876"})
    void of_a_sole_trader_nothing_is_kept_answered_or_logged(String number, CapturedOutput log) {
        var answer = put(ADDRESS, JOINING.replace("499900-0005", number));

        assertProblem(answer, 422, "sole-trader", "sole trader's");
        assertThat(commands.isEmpty()).isTrue();
        assertThat(answer).bodyText().doesNotContain("9876", "Acme");
        assertThat(log.getAll()).doesNotContain("811218", "9876", "Acme AB");
    }

    @Test
    void the_municipalities_are_listed_with_their_counties() {
        assertThat(get("/api/municipalities"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items", it -> assertThat(it).asArray().hasSize(290))
                .extractingPath("$.items[?(@.code=='0763')].county")
                .asArray()
                .containsExactly("Kronobergs län");
    }

    static void assertProblem(MvcTestResult answer, int status, String code, String words) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + code);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(words);
    }
}
