package io.samling.funding.portfolio.web;

import io.samling.kernel.Refusal;

/** Nothing of this id is shown. */
final class NotShown extends Refusal {

    private NotShown(String code, String sentence) {
        super(Kind.UNKNOWN, code, sentence);
    }

    static NotShown project() {
        return new NotShown("project-unknown", "No project with this id is registered.");
    }

    static NotShown grant() {
        return new NotShown("grant-unknown", "No grant with this id is decided.");
    }

    static NotShown shareRegister() {
        return new NotShown("share-register-unknown", "No share register with this id is open.");
    }
}
