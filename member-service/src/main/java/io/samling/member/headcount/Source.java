package io.samling.member.headcount;

/** Who says so. */
public enum Source {
    MEMBER,
    ANNUAL_REPORT,
    SCB,
    ESTIMATE
}
