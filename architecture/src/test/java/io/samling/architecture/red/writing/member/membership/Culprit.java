package io.samling.architecture.red.writing.member.membership;

import org.bson.Document;

class Culprit {
    void save(Document document) {}
}
