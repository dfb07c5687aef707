package io.samling.member.membership;

/** Says which members there are, for a decision on one that names another. */
@FunctionalInterface
interface KnownMembers {

    /** Whether it has ever joined. */
    boolean exists(MemberId member);
}
