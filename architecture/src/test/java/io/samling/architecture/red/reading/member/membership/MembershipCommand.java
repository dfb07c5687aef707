package io.samling.architecture.red.reading.member.membership;

public interface MembershipCommand {
    record Leave() implements MembershipCommand {}
}
