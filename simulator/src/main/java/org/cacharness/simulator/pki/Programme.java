package org.cacharness.simulator.pki;

/** Under whose rules a person's certificates were issued, and so what they say about the person. */
public enum Programme {
    /** DoD's Common Access Card: the common name ends in the EDIPI. */
    CAC,
    /** The PIV card of another federal agency: no EDIPI anywhere (FIPS 201-3). */
    PIV,
    /** An External Certification Authority, for companies that work with DoD: a number of its own, no EDIPI. */
    ECA,
    /** The test PKI that DoD's testers have (JITC): everything as on a CAC, from issuers that no portal in service trusts. */
    JITC,
    /** Not a person at all: a certificate of a device (non-person entity), from an issuer of DoD. */
    DEVICE
}
