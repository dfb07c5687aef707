package io.samling.architecture.red.contracts.contracts;

import org.bson.Document;

public record Culprit(Document document) {}
