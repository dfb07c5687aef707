package io.samling.webedge;

/** What a converter of ours refuses, with a sentence that repeats no input. */
final class ReadableByUsers extends IllegalArgumentException {

    ReadableByUsers(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return Sentences.of(String.valueOf(getMessage()));
    }
}
