package io.samling.architecture.red.unlisted.member.rumours;

class Culprit {}
