package org.cacharness.simulator.pki;

import java.util.Locale;

/** How the CRL and OCSP service behaves. */
public enum RevocationService {
    /** Answers, and its answers are fresh. */
    UP(Answers.FRESH, Answers.FRESH),
    /** Drops every connection without an answer. */
    UNREACHABLE(Answers.NONE, Answers.NONE),
    /** Answers what was true yesterday, and says so: next update is in the past. */
    STALE(Answers.STALE, Answers.STALE),
    /** The OCSP responder drops every connection; the CRL is fresh. */
    CRL_ALONE(Answers.NONE, Answers.FRESH),
    /** The OCSP responder drops every connection; the CRL is one that ended yesterday. */
    STALE_CRL_ALONE(Answers.NONE, Answers.STALE);

    private final Answers ocsp;
    private final Answers crl;

    RevocationService(Answers ocsp, Answers crl) {
        this.ocsp = ocsp;
        this.crl = crl;
    }

    /** What comes back. */
    enum Answers {
        FRESH,
        STALE,
        NONE
    }

    Answers ocsp() {
        return ocsp;
    }

    Answers crl() {
        return crl;
    }

    /** What an address begins with whose service behaves in this way; nothing for one that works. */
    String path() {
        return this == UP ? "" : "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
