package io.samling.reporting.owners;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What the rows of a share register say. */
public sealed interface OwnerRow {

    /**
     * The register is of this company, whichever day it is.
     *
     * @param demo its contents are invented
     */
    record Register(String company, @Nullable String organisationsnummer, boolean demo)
            implements OwnerRow {

        /** Refuses what a fact left out. */
        public Register {
            requireNonNull(company);
        }
    }

    /** One who may hold shares, whichever day it is. */
    record Holder(String holderId, String name, @Nullable String organisationsnummer)
            implements OwnerRow {

        /** Refuses what a fact left out. */
        public Holder {
            requireNonNull(holderId);
            requireNonNull(name);
        }
    }

    /**
     * Shares from the first to the last number are held by one.
     *
     * @param votesPerShare at least 1
     */
    record Holding(long first, long last, String holderId, String shareClass, int votesPerShare)
            implements OwnerRow {

        /** Refuses what a fact left out. */
        public Holding {
            requireNonNull(holderId);
            requireNonNull(shareClass);
        }

        long shares() {
            return last - first + 1;
        }

        long votes() {
            return Math.multiplyExact(shares(), votesPerShare);
        }
    }
}
