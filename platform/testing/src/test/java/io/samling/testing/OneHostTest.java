package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneHostTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://a:1/?directConnection=true, mongodb://b:2/?directConnection=true",
        "mongodb://a:1, mongodb://b:2/?directConnection=true",
        "'mongodb://a:1,b:2,c:3/?replicaSet=rs0&w=majority',"
                + " mongodb://b:2/?w=majority&directConnection=true",
        "'mongodb://me:p%40ss@a:1,b:2/admin?replicaSet=rs0',"
                + " mongodb://me:p%40ss@b:2/admin?directConnection=true",
    })
    void of_several_keeps_everything_but_the_others(String given, String direct) {
        assertThat(OneHost.direct(given, "b:2").address()).isEqualTo(direct);
    }

    @Test
    void is_taken_as_it_is_where_there_is_one() {
        var given = "mongodb://127.0.0.1:27117/?directConnection=true";

        assertThat(OneHost.of(given)).isEqualTo(new OneHost(given, "127.0.0.1:27117"));
        assertThat(OneHost.of(given).at("127.0.0.1:9"))
                .isEqualTo("mongodb://127.0.0.1:9/?directConnection=true");
    }

    @Test
    void cannot_be_told_from_a_name_that_stands_for_several() {
        assertThatThrownBy(() -> OneHost.of("mongodb+srv://cluster.example.org/"))
                .isInstanceOf(RuntimeException.class);
    }
}
