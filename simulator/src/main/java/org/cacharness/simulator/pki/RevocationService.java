package org.cacharness.simulator.pki;

/** How the CRL and OCSP service behaves. */
public enum RevocationService {
    /** Answers, and its answers are fresh. */
    UP,
    /** Drops every connection without an answer. */
    UNREACHABLE,
    /** Answers what was true yesterday, and says so: next update is in the past. */
    STALE
}
