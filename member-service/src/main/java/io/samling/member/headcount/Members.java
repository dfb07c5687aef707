package io.samling.member.headcount;

import io.samling.member.membership.MemberId;

/** Says which members there are to count at. */
@FunctionalInterface
interface Members {

    /** Whether it has ever joined. */
    boolean exist(MemberId member);
}
