package org.cacharness.simulator.card;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How well a card's contacts work: in order, slow or mute. It can be changed at any time, by any thread. */
public final class CardCondition {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean mute;
    private Duration delay = Duration.ZERO;

    /** No command is answered until {@link #recover()}; one that is being answered then is answered late. */
    public void mute() {
        set(true, Duration.ZERO);
    }

    /** Every command takes this much longer. */
    public void slow(Duration each) {
        set(false, each);
    }

    /** In order again. */
    public void recover() {
        set(false, Duration.ZERO);
    }

    /** Holds an answer back as long as the condition says. */
    public void hold() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long due = System.nanoTime();
            while (mute || System.nanoTime() - due < delay.toNanos()) {
                long left = mute ? Long.MAX_VALUE : delay.toNanos() - (System.nanoTime() - due);
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean silent, Duration each) {
        lock.lock();
        try {
            mute = silent;
            delay = each;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
