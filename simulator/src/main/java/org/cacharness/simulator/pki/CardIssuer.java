package org.cacharness.simulator.pki;

/** Whose certificates a card carries. */
public enum CardIssuer {
    /** An issuer under one of the two test roots, which the portal trusts. */
    GENUINE,
    /** An issuer under a root that the portal trusts, put into service after the portal's list was made. */
    NEW,
    /** An issuer of somebody else, under a root that the portal does not trust. */
    FOREIGN,
    /** An issuer with the genuine one's name and another key: a portal that compares names takes it for genuine. */
    LOOKALIKE
}
