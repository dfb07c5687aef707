package io.samling.architecture.red.sleep.member.membership;

/** Sleeps on purpose, for a rule to be seen to fail: nobody calls it. */
class Culprit {
    void doze() throws InterruptedException {
        Thread.sleep(1);
    }
}
