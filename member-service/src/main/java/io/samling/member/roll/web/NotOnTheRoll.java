package io.samling.member.roll.web;

import io.samling.kernel.Refusal;
import java.util.UUID;

/** Nobody of this id has joined, as far as the roll has read. */
final class NotOnTheRoll extends Refusal {

    NotOnTheRoll(UUID id) {
        super(Kind.UNKNOWN, "unknown-member", "There is no member " + id + ".");
    }
}
