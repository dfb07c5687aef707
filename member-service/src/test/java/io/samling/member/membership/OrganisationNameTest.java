package io.samling.member.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OrganisationNameTest {

    @Test
    void has_single_blanks_inside_and_none_around() {
        assertThat(new OrganisationName("  Acme \t  Svets AB\n").text()).isEqualTo("Acme Svets AB");
    }

    @Test
    void may_have_any_letters_that_can_be_seen() {
        assertThat(new OrganisationName("Åkeri & Öl 2000 (Σ) AB").text()).hasSize(22);
    }

    @Test
    void is_neither_empty_nor_endless_nor_invisible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationName("   "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrganisationName("x".repeat(201)))
                .withMessage("A name has 1 to 200 characters");
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationName("Ac\u202Eme"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationName("Ac\u0000me"));
    }
}
