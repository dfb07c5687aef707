package io.samling.architecture.red.modulith.membership.web;

public class Leak {}
