package io.samling.member;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void features_keep_to_their_packages() {
        ApplicationModules.of(MemberServiceApplication.class).verify();
    }
}
