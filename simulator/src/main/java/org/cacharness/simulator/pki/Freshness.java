package org.cacharness.simulator.pki;

import java.time.Duration;
import java.time.Instant;

/** From when to when an answer about revocation may be used (RFC 6960, 4.2.2.1; RFC 5280, 5.1.2.5). */
record Freshness(Instant thisUpdate, Instant nextUpdate) {
    private static final Duration LIFE = Duration.ofDays(1);

    /** A margin for clocks that differ a little: an answer "of the future" is refused by careful readers. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    static Freshness at(Instant now) {
        return new Freshness(now.minus(SKEW), now.plus(LIFE));
    }

    static Freshness endedBefore(Instant now) {
        return new Freshness(now.minus(LIFE.multipliedBy(2)), now.minus(LIFE));
    }
}
