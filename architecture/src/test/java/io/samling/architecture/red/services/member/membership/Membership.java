package io.samling.architecture.red.services.member.membership;

public class Membership {}
