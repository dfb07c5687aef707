package io.samling.member.headcount;

/** Whom a reading is about: the place of work, the company, or its whole group. */
public enum Scope {
    SITE,
    LEGAL_ENTITY,
    GROUP
}
