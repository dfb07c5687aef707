package io.samling.reporting.members;

import static java.util.Objects.requireNonNull;

/** What a member's rows say. */
public sealed interface MemberRow {

    /**
     * It is a member.
     *
     * @param period from 1; a later one is a come-back
     * @param organisationsnummer ten digits
     * @param kind such as {@code COMPANY}
     * @param municipality SCB's code
     * @param demo an invented company
     */
    record Membership(
            int period,
            String organisationsnummer,
            String name,
            String kind,
            String municipality,
            boolean demo)
            implements MemberRow {

        /** Refuses what a fact left out. */
        public Membership {
            requireNonNull(organisationsnummer);
            requireNonNull(name);
            requireNonNull(kind);
            requireNonNull(municipality);
        }
    }

    /**
     * So many work there; counts from the day they were counted for until the next such reading.
     *
     * @param measure such as {@code HEADCOUNT}
     * @param scope such as {@code SITE}
     * @param value persons, or hundredths for other measures than headcount
     * @param source such as {@code ANNUAL_REPORT}
     */
    record Reading(String measure, String scope, long value, String source) implements MemberRow {

        /** Refuses what a fact left out. */
        public Reading {
            requireNonNull(measure);
            requireNonNull(scope);
            requireNonNull(source);
        }
    }
}
