package io.samling.architecture.red.facts.contracts.member.v1;

public record Joined() {}
