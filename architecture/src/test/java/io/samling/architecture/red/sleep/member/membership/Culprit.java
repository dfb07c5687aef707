package io.samling.architecture.red.sleep.member.membership;

class Culprit {
    void doze() throws InterruptedException {
        Thread.sleep(1);
    }
}
