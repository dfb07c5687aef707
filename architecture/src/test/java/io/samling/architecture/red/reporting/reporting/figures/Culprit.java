package io.samling.architecture.red.reporting.reporting.figures;

import org.axonframework.eventhandling.EventHandler;

class Culprit {
    @EventHandler
    void on(String event) {}
}
