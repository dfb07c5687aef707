package io.samling.architecture.red.names.member.membership;

class CulpritHelper {}
