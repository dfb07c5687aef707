package io.samling.webedge;

import java.util.List;

/** The problems that every service has in common. */
final class EdgeProblems {

    // spotless:off
    static final List<KnownProblem> ALL = List.of(
            new KnownProblem("malformed-request", 400, "The server could not make sense of the request: check the URL and the headers."),
            new KnownProblem("missing-body", 400, "Send a JSON object as the body, { } where nothing has to be said."),
            new KnownProblem("malformed-json", 400, "The detail says where the JSON breaks."),
            new KnownProblem("unknown-field", 400, "The detail names the field and those that are known: correct its spelling, or leave it out."),
            new KnownProblem("malformed-field", 400, "The detail names the field and what it has to look like."),
            new KnownProblem("invalid-fields", 400, "The member 'errors' names each field and what is wrong with it."),
            new KnownProblem("missing-parameter", 400, "Add the parameter that the detail names."),
            new KnownProblem("malformed-parameter", 400, "The detail names the parameter and what it has to look like."),
            new KnownProblem("malformed-id", 400, "Ids are UUIDs that the client chooses: uuidgen makes one."),
            new KnownProblem("malformed-cursor", 400, "Send a cursor exactly as the page before gave it, or none to begin anew."),
            new KnownProblem("malformed-idempotency-key", 400, "Send 1 to 200 visible ASCII characters without blanks, such as a UUID."),
            new KnownProblem("malformed-if-match", 400, "Send the ETag of the last answer, with its quotes."),
            new KnownProblem("malformed-organisationsnummer", 400, "Ten digits, with or without hyphen or the prefix 16; the last one is a check digit."),
            new KnownProblem("cross-site-write", 403, "Send writes from a program or from a page of this very address."),
            new KnownProblem("host-not-allowed", 403, "Use localhost or 127.0.0.1, or list the name in samling.web.allowed-hosts."),
            new KnownProblem("unknown", 404, "Check the id: nothing has been recorded under it."),
            new KnownProblem("unknown-path", 404, "Check the path against GET /openapi."),
            new KnownProblem("method-not-allowed", 405, "Use one of the methods in the header Allow."),
            new KnownProblem("not-acceptable", 406, "Accept application/json."),
            new KnownProblem("other-log", 409, "The position belongs to another log than this service writes now: ask again without at-least."),
            new KnownProblem("superseded", 412, "Read again what you change, decide anew, and send the new ETag in If-Match."),
            new KnownProblem("body-too-large", 413, "Send less at once; the limit is samling.web.body-limit."),
            new KnownProblem("unsupported-media-type", 415, "Send JSON with Content-Type: application/json."),
            new KnownProblem("sole-trader", 422, "A sole trader's number is a personal number. Such members cannot be kept yet, and nothing of the request was stored or logged."),
            new KnownProblem("idempotency-key-reused", 422, "Give each request a key of its own, and repeat a key only with the very same request."),
            new KnownProblem("internal", 500, "A fault of ours: the log has the details under the request's id."),
            new KnownProblem("clocks-differ", 503, "Nothing was stored: set the clocks of this machine and of the database server right, by NTP."),
            new KnownProblem("too-busy", 503, "Nothing was stored: send the request again after Retry-After."),
            new KnownProblem("not-yet-known", 503, "The write asked for by at-least has not arrived yet: ask again after Retry-After."),
            new KnownProblem("outcome-unknown", 504, "Send the same request again with the same id or Idempotency-Key: it takes effect once."));
    // spotless:on

    private EdgeProblems() {}
}
