package io.samling.funding.projects.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.funding.projects.Period;
import io.samling.funding.projects.ProjectCommand.RegisterProject;
import io.samling.funding.projects.ProjectId;
import io.samling.kernel.PartialDate;
import io.samling.testing.ControllerTest;
import io.samling.testing.HeardCommands;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;

@WebMvcTest(ProjectController.class)
class ProjectControllerTest extends ControllerTest {

    static final UUID ID = UUID.fromString("5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001");
    static final String ADDRESS = "/api/projects/" + ID;

    @Test
    void a_project_is_registered_with_what_is_known() {
        var answer =
                put(
                        ADDRESS,
                        """
                        {"name": "Jobb till 1000", "owner": "Olofströms kommun", "from": "2010",
                         "until": null, "source": "techtank.se/techtanks-historia"}""");

        assertThat(answer).hasStatus(201).hasHeader("Location", ADDRESS);
        assertThat(answer).hasHeader("Samling-Position", HeardCommands.POSITION);
        assertThat(commands.only())
                .isEqualTo(
                        new RegisterProject(
                                new ProjectId(ID),
                                "Jobb till 1000",
                                "Olofströms kommun",
                                new Period(PartialDate.of("2010"), null),
                                null,
                                "techtank.se/techtanks-historia",
                                false));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"owner\": \"x\"}', name",
                "'{\"name\": \" \", \"owner\": \"x\"}', name",
                "'{\"name\": \"x\"}', owner",
                "'{\"name\": \"x\", \"owner\": \"x\", \"from\": \"autumn\"}', from",
                "'{\"name\": \"x\", \"owner\": \"x\", \"programme\": \"\"}', programme",
                "'{\"name\": \"x\", \"owner\": \"x\", \"untill\": \"2010\"}', untill"
            })
    void what_makes_no_sense_is_named(String body, String field) {
        var answer = put(ADDRESS, body);

        assertThat(answer).hasStatus(400).bodyText().contains(field);
        assertThat(commands.isEmpty()).isTrue();
    }

    @Test
    void an_id_is_a_uuid() {
        assertThat(put("/api/projects/fkg-09", "{\"name\": \"x\", \"owner\": \"x\"}"))
                .hasStatus(400);
    }
}
