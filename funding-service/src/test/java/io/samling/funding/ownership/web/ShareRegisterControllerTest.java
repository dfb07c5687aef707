package io.samling.funding.ownership.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.funding.ownership.HolderId;
import io.samling.funding.ownership.ShareClass;
import io.samling.funding.ownership.ShareNumbers;
import io.samling.funding.ownership.ShareRegisterCommand.EnterHolder;
import io.samling.funding.ownership.ShareRegisterCommand.IssueShares;
import io.samling.funding.ownership.ShareRegisterCommand.OpenRegister;
import io.samling.funding.ownership.ShareRegisterCommand.RedeemShares;
import io.samling.funding.ownership.ShareRegisterCommand.TransferShares;
import io.samling.funding.ownership.ShareRegisterId;
import io.samling.kernel.Organisationsnummer;
import io.samling.kernel.PartialDate;
import io.samling.testing.ControllerTest;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

@WebMvcTest(ShareRegisterController.class)
class ShareRegisterControllerTest extends ControllerTest {

    static final ShareRegisterId REGISTER =
            new ShareRegisterId(UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0003"));
    static final HolderId REGION =
            new HolderId(UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0004"));
    static final HolderId KARLSHAMN =
            new HolderId(UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0005"));
    static final UUID ENTRY = UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0006");
    static final String ADDRESS = "/api/share-registers/" + REGISTER.value();
    static final PartialDate JULY = PartialDate.of("2021-07");

    @Test
    void a_register_is_opened_for_a_company_without_a_known_number() {
        assertThat(put(ADDRESS, "{\"company\": \"Techtank AB (svb)\", \"demo\": true}"))
                .hasStatus(201);
        assertThat(commands.only())
                .isEqualTo(new OpenRegister(REGISTER, "Techtank AB (svb)", null, true));
    }

    @Nested
    class A_holder {

        @Test
        void is_an_organisation() {
            put(
                    ADDRESS + "/holders/" + REGION.value(),
                    "{\"name\": \"Region Blekinge\", \"organisationsnummer\": \"232100-0081\"}");

            assertThat(commands.only())
                    .isEqualTo(
                            new EnterHolder(
                                    REGISTER,
                                    REGION,
                                    "Region Blekinge",
                                    Organisationsnummer.of("2321000081")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"811218-9876", "198112189876", "811218+9876"})
        void is_not_a_person(String number) {
            var answer =
                    put(
                            ADDRESS + "/holders/" + REGION.value(),
                            "{\"name\": \"x\", \"organisationsnummer\": \"%s\"}".formatted(number));

            assertThat(answer).hasStatus(422).bodyText().doesNotContain("9876", "8112");
            assertThat(commands.isEmpty()).isTrue();
        }
    }

    @Nested
    class An_entry {

        @Test
        void may_be_an_issue_of_the_usual_class() {
            enter(
                    "{\"type\": \"ISSUE\", \"count\": 600, \"holder\": \"%s\", \"day\": \"2021-07\"}");

            assertThat(commands.only())
                    .isEqualTo(
                            new IssueShares(
                                    REGISTER, ENTRY, 600, REGION, ShareClass.DEFAULT, null, JULY));
        }

        @Test
        void may_be_an_issue_of_a_class_with_votes() {
            enter(
                    """
                    {"type": "ISSUE", "count": 600, "holder": "%s", "day": "2021-07",
                     "shareClass": "B", "votesPerShare": 10}""");

            assertThat(commands.only())
                    .isEqualTo(
                            new IssueShares(
                                    REGISTER, ENTRY, 600, REGION, new ShareClass("B"), 10, JULY));
        }

        @Test
        void may_be_a_transfer() {
            enter(
                    """
                    {"type": "TRANSFER", "first": 101, "last": 150, "from": "%s",
                     "to": "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0005", "day": "2021-07"}""");

            assertThat(commands.only())
                    .isEqualTo(
                            new TransferShares(
                                    REGISTER,
                                    ENTRY,
                                    new ShareNumbers(101, 150),
                                    REGION,
                                    KARLSHAMN,
                                    JULY));
        }

        @Test
        void may_be_a_redemption() {
            enter(
                    """
                    {"type": "REDEMPTION", "first": 1, "last": 1, "holder": "%s",
                     "day": "2021-07"}""");

            assertThat(commands.only())
                    .isEqualTo(
                            new RedeemShares(
                                    REGISTER, ENTRY, new ShareNumbers(1, 1), REGION, JULY));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '\'',
                value = {
                    "'{\"count\": 1, \"holder\": \"%s\", \"day\": \"2021\"}', type",
                    "'{\"type\": \"GIFT\", \"holder\": \"%s\", \"day\": \"2021\"}', type",
                    "'{\"type\": \"ISSUE\", \"holder\": \"%s\", \"day\": \"2021\"}', count",
                    "'{\"type\": \"ISSUE\", \"count\": 1, \"day\": \"2021\"}', holder",
                    "'{\"type\": \"ISSUE\", \"count\": 1, \"holder\": \"%s\"}', day",
                    "'{\"type\": \"ISSUE\", \"count\": 1, \"holder\": \"%s\", \"day\": \"2021\","
                            + " \"shareClass\": \"!\"}', shareClass",
                    "'{\"type\": \"REDEMPTION\", \"first\": 2, \"last\": 1, \"holder\": \"%s\","
                            + " \"day\": \"2021\"}', last",
                    "'{\"type\": \"REDEMPTION\", \"first\": 0, \"last\": 1, \"holder\": \"%s\","
                            + " \"day\": \"2021\"}', last",
                    "'{\"type\": \"REDEMPTION\", \"count\": 1, \"holder\": \"%s\","
                            + " \"day\": \"2021\"}', first"
                })
        void that_makes_no_sense_is_refused_by_the_fields_name(String body, String field) {
            var answer =
                    put(
                            ADDRESS + "/entries/" + ENTRY,
                            body.replace("%s", REGION.value().toString()));

            assertThat(answer).hasStatus(400).bodyText().contains(field);
            assertThat(commands.isEmpty()).isTrue();
        }

        void enter(String body) {
            var answer = put(ADDRESS + "/entries/" + ENTRY, body.formatted(REGION.value()));
            assertThat(answer).hasStatus(201);
        }
    }
}
