package io.samling.member.headcount.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.member.Remembered;
import io.samling.member.headcount.HeadcountCommand.CorrectHeadcount;
import io.samling.member.headcount.HeadcountCommand.Correction;
import io.samling.member.headcount.HeadcountCommand.ReportHeadcount;
import io.samling.member.headcount.HeadcountsId;
import io.samling.member.headcount.Measure;
import io.samling.member.headcount.Reading;
import io.samling.member.headcount.ReadingId;
import io.samling.member.headcount.Scope;
import io.samling.member.headcount.Source;
import io.samling.member.membership.MemberId;
import io.samling.testing.ControllerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

@WebMvcTest(HeadcountController.class)
class HeadcountControllerTest extends ControllerTest {

    static final HeadcountsId AT_ACME = new HeadcountsId(MemberId.of(Remembered.ACME));
    static final ReadingId READING = new ReadingId(UUID.fromString(Remembered.READING));
    static final String ADDRESS =
            "/api/members/" + Remembered.ACME + "/headcounts/" + Remembered.READING;
    static final String REPORT =
            """
            {"measure": "HEADCOUNT", "scope": "SITE", "asOf": "2017-12-31", "value": 40,
             "source": "MEMBER"}""";

    @Test
    void a_reading_is_reported() {
        assertThat(put(ADDRESS, REPORT))
                .hasStatus(201)
                .hasHeader("Location", "/api/members/" + Remembered.ACME);
        var forty =
                new Reading(
                        Measure.HEADCOUNT,
                        Scope.SITE,
                        Remembered.LAST_DAY_OF_2017,
                        40,
                        Source.MEMBER);
        assertThat(commands.only()).isEqualTo(new ReportHeadcount(AT_ACME, READING, forty));
    }

    @Test
    void a_reading_is_corrected_in_what_was_wrong() {
        assertThat(post(ADDRESS + "/correction", "{\"value\": 41, \"source\": \"SCB\"}"))
                .hasStatus(200);
        assertThat(commands.only())
                .isEqualTo(
                        new CorrectHeadcount(
                                AT_ACME,
                                READING,
                                new Correction(null, null, null, 41, Source.SCB)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    40         | -1         | malformed-value | at least 0
                    40         | 10000000   | malformed-value | below 10000000
                    40         | 40.5       | malformed-field | a whole number
                    40         | "40"       | malformed-field | a whole number without quotes
                    40         | null       | invalid-fields  | value is missing
                    HEADCOUNT  | PEOPLE     | malformed-field | one of HEADCOUNT, FTE, AWU, AVERAGE
                    2017-12-31 | 2217-12-31 | malformed-as-of | 1900 and 2200
                    """)
    void a_mistake_is_named(String right, String wrong, String code, String words) {
        var answer = put(ADDRESS, REPORT.replace(right, wrong));

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + code);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(words);
        assertThat(commands.isEmpty()).isTrue();
    }
}
