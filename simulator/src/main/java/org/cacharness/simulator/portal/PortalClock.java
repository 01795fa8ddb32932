package org.cacharness.simulator.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The portal's virtual clock: it stands still until somebody moves it.
 *
 * <p>The age of passwords and the validity of certificates are judged by it. The caching of files is not: browsers keep real time.
 */
public final class PortalClock implements InstantSource {
    private volatile Instant now;

    PortalClock(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets the clock, forward or back. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock by a duration, which may be negative. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public String toString() {
        return "PortalClock[" + now + "]";
    }
}
