package io.samling.architecture.red.localstack.localstack;

import io.samling.architecture.red.localstack.kernel.Money;

class Culprit {
    void pay(Money money) {}
}
