package io.samling.localstack.mongodb;

import java.util.function.LongSupplier;

/** Where changes go to be kept. Positions grow; a position is kept once all before it are. */
interface ChangeLog extends AutoCloseable {

    /** Takes changes in order and returns the position behind them. */
    long append(Changes changes);

    /** Runs the work once everything up to the position is kept, maybe on another thread. */
    void whenKept(long position, Runnable work);

    /**
     * Whether a command that costs at most so much may be run now, beside so many bytes of data.
     */
    boolean hasRoom(long data, LongSupplier most);

    /** Runs the work when there may be room again, on another thread. */
    void whenRoom(Runnable work);

    @Override
    void close();

    /** Keeps nothing, for tests that need no disk. */
    final class Forgetful implements ChangeLog {

        @Override
        public long append(Changes changes) {
            return 0;
        }

        @Override
        public void whenKept(long position, Runnable work) {
            work.run();
        }

        @Override
        public boolean hasRoom(long data, LongSupplier most) {
            return true;
        }

        @Override
        public void whenRoom(Runnable work) {
            work.run();
        }

        @Override
        public void close() {}
    }
}
