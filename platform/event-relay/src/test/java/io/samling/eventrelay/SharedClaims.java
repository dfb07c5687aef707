package io.samling.eventrelay;

import org.jspecify.annotations.Nullable;

/** A claim that several instances in one test compete for, and that a test may hand over. */
final class SharedClaims {

    private @Nullable String holder;
    private @Nullable Long noted;

    RelayClaim of(String instance) {
        return new Claim(instance);
    }

    /** Lets another instance have it, as when the holder was paused for longer than its claim. */
    synchronized void handTo(String instance) {
        holder = instance;
    }

    /** What a crash leaves that came before the last note was written, or another database. */
    synchronized void forgetTo(@Nullable Long position) {
        noted = position;
    }

    synchronized @Nullable Long noted() {
        return noted;
    }

    private synchronized boolean take(String instance) {
        if (holder == null) {
            holder = instance;
        }
        return instance.equals(holder);
    }

    private synchronized void note(String instance, long position) {
        keep(instance);
        noted = position;
    }

    private synchronized void keep(String instance) {
        if (!instance.equals(holder)) {
            throw new RelayFault.Superseded("Another instance has taken the claim", null);
        }
    }

    private synchronized void release(String instance) {
        if (instance.equals(holder)) {
            holder = null;
        }
    }

    private final class Claim implements RelayClaim {

        private final String instance;

        Claim(String instance) {
            this.instance = instance;
        }

        @Override
        public boolean take() {
            return SharedClaims.this.take(instance);
        }

        @Override
        public @Nullable Long noted() {
            return SharedClaims.this.noted();
        }

        @Override
        public void note(long position) {
            SharedClaims.this.note(instance, position);
        }

        @Override
        public void keep() {
            SharedClaims.this.keep(instance);
        }

        @Override
        public void release() {
            SharedClaims.this.release(instance);
        }
    }
}
