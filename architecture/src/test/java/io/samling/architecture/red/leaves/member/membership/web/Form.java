package io.samling.architecture.red.leaves.member.membership.web;

public record Form() {}
