package org.cacharness.timeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of a run: UTC, as the system had it when the program started, and from then on steady.
 *
 * <p>The system's own clock may be set while a run goes on, and then what happened later would seem to have happened before.
 */
public final class RunClock extends Clock {
    /** The clock begins when it is first needed. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final RunClock ONLY = new RunClock(Clock.systemUTC().instant(), System.nanoTime());

    private final Instant began;
    private final long origin;

    private RunClock(Instant began, long origin) {
        this.began = began;
        this.origin = origin;
    }

    /** The clock of this process. */
    public static RunClock utc() {
        return ONLY;
    }

    @Override
    public Instant instant() {
        return began.plusNanos(System.nanoTime() - origin);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always this one: instants have no zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
