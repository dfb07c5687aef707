package io.samling.architecture.red.empty.member.membership;

class Membership {}
