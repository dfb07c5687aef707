package io.samling.architecture.red.ids.member.fees;

public record FeeId(String id) {}
