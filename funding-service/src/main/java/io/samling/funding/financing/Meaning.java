package io.samling.funding.financing;

/** What the amount of a decision is. */
public enum Meaning {
    /** What the funders give. */
    GRANT,
    /** The whole budget of the project; the funders' part of it is unknown. */
    TOTAL_BUDGET
}
