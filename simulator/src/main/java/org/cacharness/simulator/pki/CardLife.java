package org.cacharness.simulator.pki;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When the card itself ends, beside its certificates: no certificate may outlive the card that it is on (FIPS 201-3, 2.9.2). */
public enum CardLife {
    /** The card and its certificates end on the same day. */
    AS_CERTIFICATES,
    /** The card ends 20 months from now, which cuts the certificates' three years. */
    SHORTER,
    /** A fault of the issuer: the card ended yesterday, and its certificates were not cut. */
    OVER;

    private static final Duration SHORT = Duration.ofDays(600);

    /** The card's last day, UTC. */
    LocalDate lastDay(CardValidity.Window certificates, Instant now) {
        return switch (this) {
            case AS_CERTIFICATES -> dayOf(certificates.notAfter());
            case SHORTER -> dayOf(now.plus(SHORT));
            case OVER -> dayOf(now).minusDays(1);
        };
    }

    /** What remains of the certificates' validity on a card with this last day. */
    CardValidity.Window cut(CardValidity.Window certificates, LocalDate lastDay) {
        Instant end =
                lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
        return this != SHORTER || certificates.notAfter().isBefore(end)
                ? certificates
                : new CardValidity.Window(certificates.notBefore(), end);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
