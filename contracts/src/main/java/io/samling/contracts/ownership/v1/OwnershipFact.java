package io.samling.contracts.ownership.v1;

import io.samling.contracts.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What funding-service tells others of a company's share register (aktiebok), on {@code
 * samling.ownership.facts.v1}, with the register's id as subject. Holders are organisations; a
 * private shareholder is not published. Dates are as precise as they are known. Add fields freely;
 * to change or drop one is to write v2.
 */
public sealed interface OwnershipFact {

    /** The share register, a random id. */
    String registerId();

    /**
     * A register was opened for a company.
     *
     * @param organisationsnummer ten digits; absent where it is unknown
     * @param demo its contents are invented, for a demonstration
     */
    record RegisterOpened(
            String registerId, String company, @Nullable String organisationsnummer, boolean demo)
            implements OwnershipFact {}

    /**
     * An organisation was entered as one that may hold shares.
     *
     * @param organisationsnummer ten digits; absent where it is unknown
     */
    record HolderEntered(
            String registerId, String holderId, String name, @Nullable String organisationsnummer)
            implements OwnershipFact {}

    /**
     * New shares were issued; their numbers follow on from the highest before.
     *
     * @param votesPerShare of this class, at least 1
     * @param day when it counts from
     */
    record SharesIssued(
            String registerId,
            String entryId,
            Range shares,
            String holderId,
            String shareClass,
            int votesPerShare,
            String day)
            implements OwnershipFact {}

    /** Shares changed hands. */
    record SharesTransferred(
            String registerId,
            String entryId,
            Range shares,
            String fromHolderId,
            String toHolderId,
            String day)
            implements OwnershipFact {}

    /**
     * Shares were redeemed: they are nobody's from that day (where imprecise, the last of its
     * period), and their numbers are not used again.
     */
    record SharesRedeemed(
            String registerId, String entryId, Range shares, String holderId, String day)
            implements OwnershipFact {}

    /** Share numbers from the first to the last, both included; from 1. */
    record Range(long first, long last) {}

    /** The name a fact goes by on the wire, as its {@code ce_type}; it outlives the class. */
    static String typeOf(OwnershipFact fact) {
        return switch (fact) {
            case RegisterOpened _ -> type("register-opened");
            case HolderEntered _ -> type("holder-entered");
            case SharesIssued _ -> type("shares-issued");
            case SharesTransferred _ -> type("shares-transferred");
            case SharesRedeemed _ -> type("shares-redeemed");
        };
    }

    /** The class that reads a {@code ce_type}, or null where this version does not know it. */
    static @Nullable Class<? extends OwnershipFact> classOf(String type) {
        return switch (type) {
            case "io.samling.ownership.register-opened.v1" -> RegisterOpened.class;
            case "io.samling.ownership.holder-entered.v1" -> HolderEntered.class;
            case "io.samling.ownership.shares-issued.v1" -> SharesIssued.class;
            case "io.samling.ownership.shares-transferred.v1" -> SharesTransferred.class;
            case "io.samling.ownership.shares-redeemed.v1" -> SharesRedeemed.class;
            default -> null;
        };
    }

    private static String type(String name) {
        return Envelope.type("ownership", name, 1);
    }
}
