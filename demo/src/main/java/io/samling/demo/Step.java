package io.samling.demo;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that the organisation's staff wrote down.
 *
 * @param recordedAt when they did; steps of one moment do not depend on each other
 */
record Step(Instant recordedAt, Request request) {

    /** How it is written down; sent again, it changes nothing. */
    record Request(Service service, String method, String path, ObjectNode body) {

        static Request put(Service service, String path, ObjectNode body) {
            return new Request(service, "PUT", path, body);
        }

        static Request post(Service service, String path, ObjectNode body) {
            return new Request(service, "POST", path, body);
        }
    }
}
