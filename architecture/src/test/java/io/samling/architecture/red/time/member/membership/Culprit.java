package io.samling.architecture.red.time.member.membership;

import java.time.Instant;

class Culprit {
    Instant now() {
        return Instant.now();
    }
}
