package io.samling.member.headcount;

import io.samling.member.membership.MemberId;

/**
 * All readings of one member.
 *
 * @param member prints as the name of their stream, {@code headcounts-<uuid>}
 */
public record HeadcountsId(MemberId member) {

    @Override
    public String toString() {
        return "headcounts-" + member.value();
    }
}
