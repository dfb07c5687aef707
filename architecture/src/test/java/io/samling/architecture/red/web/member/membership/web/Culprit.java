package io.samling.architecture.red.web.member.membership.web;

import org.bson.Document;

class Culprit {
    void answer(Document document) {}
}
