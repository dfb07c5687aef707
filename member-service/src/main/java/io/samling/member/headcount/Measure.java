package io.samling.member.headcount;

/** What is counted. */
public enum Measure {
    /** Persons. */
    HEADCOUNT,
    /** Full-time equivalents, in hundredths. */
    FTE,
    /** Annual work units as the EU's definition of an SME counts them, in hundredths. */
    AWU,
    /** The average over a year that an annual report states, in hundredths. */
    AVERAGE
}
