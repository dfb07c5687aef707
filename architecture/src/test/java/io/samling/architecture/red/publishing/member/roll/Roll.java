package io.samling.architecture.red.publishing.member.roll;

public class Roll {}
