package io.samling.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.kernel.Organisationsnummer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void a_name_always_has_the_same_id() {
        assertThat(Names.idOf("company/Månskens Pressverk AB"))
                .isEqualTo(Names.idOf("company/Månskens Pressverk AB"))
                .isNotEqualTo(Names.idOf("company/Norrskens Svets AB"));
        assertThat(Names.idOf("x").version()).isEqualTo(5);
        assertThat(Names.idOf("x").variant()).isEqualTo(2);
    }

    @Test
    void invented_numbers_are_valid_and_of_a_group_that_is_not_given_out() {
        assertThat(Names.inventedOrganisationNumber(1)).isEqualTo("499900-0005");
        assertThat(IntStream.rangeClosed(1, 1000).mapToObj(Names::inventedOrganisationNumber))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        number ->
                                assertThat(Organisationsnummer.of(number).digits())
                                        .startsWith("499900"));
    }
}
