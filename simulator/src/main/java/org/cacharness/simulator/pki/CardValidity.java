package org.cacharness.simulator.pki;

import java.time.Duration;
import java.time.Instant;

/** When the certificates of a card are valid, seen from the moment of issue. */
public enum CardValidity {
    /** Issued 30 days ago, valid for three years (the longest that DoD grants). */
    CURRENT(-30, 3 * 365 - 30),
    /** Ended yesterday. */
    EXPIRED(-3 * 365, -1),
    /** Begins in 30 days. */
    NOT_YET_VALID(30, 3 * 365),
    /** What signs the cards is valid for longer than any of them. */
    SIGNER(-365, 5 * 365);

    private final Duration begin;
    private final Duration end;

    CardValidity(int beginDays, int endDays) {
        begin = Duration.ofDays(beginDays);
        end = Duration.ofDays(endDays);
    }

    Window seenFrom(Instant now) {
        return new Window(now.plus(begin), now.plus(end));
    }

    /** A certificate's validity (RFC 5280, 4.1.2.5). */
    record Window(Instant notBefore, Instant notAfter) {}
}
