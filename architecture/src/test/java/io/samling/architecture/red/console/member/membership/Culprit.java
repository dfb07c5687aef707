package io.samling.architecture.red.console.member.membership;

class Culprit {
    void speak() {
        System.out.println("lost");
    }
}
