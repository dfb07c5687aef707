package io.samling.funding.financing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.funding.financing.Funder;
import io.samling.funding.financing.GrantCommand.ChangeGrant;
import io.samling.funding.financing.GrantCommand.DecideGrant;
import io.samling.funding.financing.GrantCommand.WithdrawGrant;
import io.samling.funding.financing.GrantId;
import io.samling.funding.financing.Meaning;
import io.samling.funding.financing.Revision;
import io.samling.funding.financing.Terms;
import io.samling.funding.projects.ProjectId;
import io.samling.kernel.Money;
import io.samling.kernel.PartialDate;
import io.samling.testing.ControllerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

@WebMvcTest(GrantController.class)
class GrantControllerTest extends ControllerTest {

    static final UUID ID = UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0002");
    static final UUID PROJECT = UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001");
    static final String ADDRESS = "/api/grants/" + ID;

    @Nested
    class A_decision {

        @Test
        void is_asked_for_with_all_that_is_known() {
            var answer =
                    put(
                            ADDRESS,
                            """
                            {"projectId": "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001",
                             "funders": [{"name": "ESF", "share": {"minor": 5, "currency": "SEK"}},
                                         {"name": "Region Blekinge"}],
                             "decidedOn": "2009-06", "amount": {"minor": 9, "currency": "SEK"},
                             "meaning": "TOTAL_BUDGET", "source": "esf.se FKG-09"}""");

            assertThat(answer).hasStatus(201).hasHeader("Location", ADDRESS);
            var funders =
                    List.of(new Funder("ESF", Money.ore(5)), new Funder("Region Blekinge", null));
            var terms =
                    new Terms(
                            funders, PartialDate.of("2009-06"), Money.ore(9), Meaning.TOTAL_BUDGET);
            assertThat(commands.only())
                    .isEqualTo(
                            new DecideGrant(
                                    new GrantId(ID),
                                    new ProjectId(PROJECT),
                                    terms,
                                    "esf.se FKG-09"));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '\'',
                value = {
                    "'{\"funders\": [], \"meaning\": \"GRANT\"}', projectId",
                    "'{\"projectId\": \"x\", \"funders\": [], \"meaning\": \"GRANT\"}', projectId",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"meaning\": \"GRANT\"}', funders",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"funders\": [{\"name\": \"\"}], \"meaning\": \"GRANT\"}', name",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"funders\": [{\"name\": \"x\"}]}', meaning",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"funders\": [{\"name\": \"x\"}], \"meaning\": \"GIFT\"}', meaning",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"funders\": [{\"name\": \"x\"}], \"meaning\": \"GRANT\","
                            + " \"amount\": {\"minor\": 1}}', currency",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"funders\": [{\"name\": \"x\"}], \"meaning\": \"GRANT\","
                            + " \"amount\": {\"minor\": 1, \"currency\": \"kr\"}}', amount",
                    "'{\"projectId\": \"5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001\","
                            + " \"funders\": [{\"name\": \"x\"}], \"meaning\": \"GRANT\","
                            + " \"amount\": {\"minor\": 1.5, \"currency\": \"SEK\"}}', minor"
                })
        void that_makes_no_sense_is_refused_by_the_fields_name(String body, String field) {
            var answer = put(ADDRESS, body);

            assertThat(answer).hasStatus(400).bodyText().contains(field);
            assertThat(commands.isEmpty()).isTrue();
        }
    }

    @Nested
    class A_change {

        @Test
        void replaces_what_is_given_and_nothing_else() {
            var answer =
                    post(
                            ADDRESS + "/change",
                            """
                            {"amount": {"minor": 7, "currency": "SEK"}, "changedOn": "2016"}""");

            assertThat(answer).hasStatus(200);
            assertThat(commands.only())
                    .isEqualTo(change("2016", new Revision.Amount(Money.ore(7))));
        }

        @Test
        void makes_unknown_what_is_sent_as_null() {
            post(
                    ADDRESS + "/change",
                    """
                    {"changedOn": "2016", "amount": null, "decidedOn": null}""");

            assertThat(commands.only())
                    .isEqualTo(
                            change(
                                    "2016",
                                    new Revision.Amount(null),
                                    new Revision.DecidedOn(null)));
        }

        @Test
        void may_replace_everything() {
            post(
                    ADDRESS + "/change",
                    """
                    {"funders": [{"name": "ESF"}], "decidedOn": "2015", "meaning": "GRANT",
                     "amount": {"minor": 7, "currency": "SEK"}, "changedOn": "2016-01-31"}""");

            assertThat(commands.only())
                    .isEqualTo(
                            change(
                                    "2016-01-31",
                                    new Revision.Funders(List.of(new Funder("ESF", null))),
                                    new Revision.DecidedOn(PartialDate.of("2015")),
                                    new Revision.Means(Meaning.GRANT),
                                    new Revision.Amount(Money.ore(7))));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '\'',
                value = {
                    "'{\"amount\": null}', changedOn",
                    "'{\"changedOn\": \"someday\"}', changedOn",
                    "'{\"changedOn\": \"2016\", \"meaning\": null}', meaning",
                    "'{\"changedOn\": \"2016\", \"decidedOn\": \"someday\"}', decidedOn",
                    "'{\"changedOn\": \"2016\", \"funders\": [{\"share\": null}]}', name",
                    "'{\"changedOn\": \"2016\", \"amuont\": null}', amuont"
                })
        void that_makes_no_sense_is_refused_by_the_fields_name(String body, String field) {
            var answer = post(ADDRESS + "/change", body);

            assertThat(answer).hasStatus(400).bodyText().contains(field);
            assertThat(commands.isEmpty()).isTrue();
        }
    }

    @Test
    void a_withdrawal_has_a_day() {
        assertThat(post(ADDRESS + "/withdrawal", "{\"withdrawnOn\": \"2017-02\"}")).hasStatus(200);
        assertThat(commands.only())
                .isEqualTo(new WithdrawGrant(new GrantId(ID), PartialDate.of("2017-02")));
        assertThat(post(ADDRESS + "/withdrawal", "{}")).hasStatus(400);
    }

    static ChangeGrant change(String changedOn, Revision... revisions) {
        return new ChangeGrant(new GrantId(ID), List.of(revisions), PartialDate.of(changedOn));
    }
}
