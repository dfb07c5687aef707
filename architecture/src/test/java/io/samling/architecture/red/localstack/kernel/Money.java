package io.samling.architecture.red.localstack.kernel;

public record Money() {}
