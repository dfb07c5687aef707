package io.samling.architecture.red.platform.member.membership;

public class Membership {}
