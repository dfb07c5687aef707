package io.samling.member.membership;

/** Why a member leaves. A merger is told by itself, since it names the absorbing member. */
public enum LeavingReason {
    RESIGNED,
    EXPELLED,
    BANKRUPT,
    LIQUIDATED,
    NON_PAYMENT,
    OTHER
}
