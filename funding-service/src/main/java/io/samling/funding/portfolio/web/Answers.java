package io.samling.funding.portfolio.web;

import org.springframework.http.ResponseEntity;

/** How rows are answered. */
final class Answers {

    private Answers() {}

    /** With the version as ETag, which a write may give back in {@code If-Match}. */
    static <T> ResponseEntity<T> withVersion(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }
}
