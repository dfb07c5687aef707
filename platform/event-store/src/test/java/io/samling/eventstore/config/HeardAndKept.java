package io.samling.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.eventstore.AtPosition;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** What a processing group heard, and in between how far its token was kept. */
class HeardAndKept {

    private final List<Entry> entries = new ArrayList<>();
    private long lastHeard = -1;
    private long failAt = -1;
    private int failures;

    private sealed interface Entry {
        record Heard(long position) implements Entry {}

        record Kept(long position) implements Entry {}
    }

    /** The handler fails at this position when it hears it first. */
    synchronized void failOnceAt(long position) {
        failAt = position;
    }

    synchronized int failures() {
        return failures;
    }

    synchronized long lastHeard() {
        return lastHeard;
    }

    private synchronized void heard(long position) {
        entries.add(new Entry.Heard(position));
        if (position == failAt) {
            failAt = -1;
            failures++;
            throw new IllegalStateException("The handler fails, this once");
        }
        lastHeard = position;
    }

    private synchronized void kept(TrackingToken token) {
        entries.add(new Entry.Kept(token.position().orElse(-1)));
    }

    /**
     * Positions follow one another; where the token was not kept, from the one after it again; and
     * none comes again past which the token was kept.
     */
    synchronized void assertEachOnceUntilKept() {
        var next = 0L;
        var kept = -1L;
        for (var entry : entries) {
            switch (entry) {
                case Entry.Heard(var position) -> {
                    if (position != next) {
                        assertThat(position).as("heard instead of %d", next).isEqualTo(kept + 1);
                    }
                    next = position + 1;
                }
                case Entry.Kept(var position) -> {
                    assertThat(position).as("kept").isBetween(kept, next - 1);
                    kept = position;
                }
            }
        }
    }

    /** The same tokens; each that is kept is noted. */
    TokenStore watching(TokenStore tokens) {
        return (TokenStore)
                Proxy.newProxyInstance(
                        TokenStore.class.getClassLoader(),
                        new Class<?>[] {TokenStore.class},
                        (_, method, arguments) -> {
                            try {
                                var answer = method.invoke(tokens, arguments);
                                if (method.getName().equals("storeToken")) {
                                    kept((TrackingToken) arguments[0]);
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** The group. */
    @ProcessingGroup("record")
    static class Handler {

        private final HeardAndKept record;

        Handler(HeardAndKept record) {
            this.record = record;
        }

        @EventHandler
        void on(Club.ClubEvent event, @AtPosition long position) {
            record.heard(position);
        }
    }
}
