package io.samling.architecture.red.nulls.member.membership;

class Culprit {}
