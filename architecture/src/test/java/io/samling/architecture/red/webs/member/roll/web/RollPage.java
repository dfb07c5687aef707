package io.samling.architecture.red.webs.member.roll.web;

public record RollPage() {}
