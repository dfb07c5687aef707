package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoldenJsonTest {

    @Test
    void does_not_mind_how_the_json_is_laid_out() {
        GoldenJson.assertMatches("greeting", "{\"greeting\" : \"hej\",\n\"times\":2}");
    }

    @Test
    void sees_another_value() {
        assertThatThrownBy(
                        () ->
                                GoldenJson.assertMatches(
                                        "greeting", "{\"greeting\":\"adjö\",\"times\":2}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("adjö");
    }

    @Test
    void fails_where_nothing_has_been_kept_yet() {
        assertThatThrownBy(() -> GoldenJson.assertMatches("nothing-kept", "{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden.write");
    }
}
