package io.samling.architecture.red.ids.member.fees;

public class Fee {}
