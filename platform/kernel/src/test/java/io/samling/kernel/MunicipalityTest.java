package io.samling.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalityTest {

    @ParameterizedTest
    @CsvSource({
        "0763, Tingsryd, 07, Kronobergs län",
        "1060, Olofström, 10, Blekinge län",
        "1083, Sölvesborg, 10, Blekinge län",
        "1272, Bromölla, 12, Skåne län",
        "0834, Torsås, 08, Kalmar län",
        "0980, Gotland, 09, Gotlands län",
        "2584, Kiruna, 25, Norrbottens län"
    })
    void is_known_by_its_code(String code, String name, String countyCode, String county) {
        var municipality = Municipality.of(code);

        assertThat(municipality).isEqualTo(new Municipality(code, name, county));
        assertThat(municipality.countyCode()).isEqualTo(countyCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"763", "9999", "", "10600", "Olofström", " 1060"})
    void is_refused_without_a_code_of_one(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Municipality.of(code))
                .withMessageContaining("1060 for Olofström");
    }

    @Test
    void there_are_290_in_21_counties_each_county_by_one_name() {
        var all = Municipalities.ofSweden().all();

        assertThat(all).hasSize(290);
        assertThat(all).extracting(Municipality::name).doesNotHaveDuplicates();
        assertThat(all.stream().collect(Collectors.groupingBy(Municipality::countyCode)))
                .hasSize(21)
                .allSatisfy(
                        (_, county) ->
                                assertThat(county)
                                        .extracting(Municipality::county)
                                        .containsOnly(county.getFirst().county()));
    }
}
