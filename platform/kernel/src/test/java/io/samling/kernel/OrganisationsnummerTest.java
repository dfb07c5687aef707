package io.samling.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.samling.kernel.Organisationsnummer.PersonalNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationsnummerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "556036-0793",
                "5560360793",
                "165560360793",
                "16556036-0793",
                " 556036-0793 "
            })
    void all_usual_spellings_are_one_number(String spelling) {
        assertThat(Organisationsnummer.of(spelling).digits()).isEqualTo("5560360793");
        assertThat(Organisationsnummer.of(spelling).spelled()).isEqualTo("556036-0793");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "212000-0142",
                "212000-1355",
                "202100-5216",
                "202100-0837",
                "212000-0811",
                "232100-0081",
                "499900-0005",
                "499900-0039"
            })
    void real_numbers_pass(String number) {
        assertThat(Organisationsnummer.of(number).spelled()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"556036-0794", "5560360783", "565036-0793"})
    void a_wrong_digit_is_refused(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Organisationsnummer.of(number))
                .withMessageContaining("check digit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "556036079",
                "55603607930",
                "5560-360793",
                "55603607AB",
                "17556036-0793",
                "٥٥٦٠٣٦٠٧٩٣"
            })
    void what_is_no_number_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Organisationsnummer.of(text))
                .withMessageContaining("ten digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "811218-9876",
                "8112189876",
                "198112189876",
                "19811218-9876",
                "811218+9876",
                "121212-1212"
            })
    void a_persons_number_is_refused_without_saying_it(String number) {
        assertThatThrownBy(() -> Organisationsnummer.of(number))
                .isInstanceOf(PersonalNumber.class)
                .hasMessageNotContainingAny("9876", "1212", "8112");
    }
}
