package io.samling.demo;

/** Why the story could not be told, in one sentence. */
final class DemoFailed extends RuntimeException {

    DemoFailed(String sentence) {
        super(sentence);
    }
}
