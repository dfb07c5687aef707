package io.samling.demo;

/** The services the story is told to. */
enum Service {
    MEMBER("member", 8081),
    FUNDING("funding", 8082),
    REPORTING("reporting", 8083);

    private final String word;
    private final int usualPort;

    Service(String word, int usualPort) {
        this.word = word;
        this.usualPort = usualPort;
    }

    /** As it is called in options and files. */
    String word() {
        return word;
    }

    String usualAddress() {
        return "http://127.0.0.1:" + usualPort;
    }
}
