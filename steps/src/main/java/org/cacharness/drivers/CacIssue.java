package org.cacharness.drivers;

/** Which of a person's cards, and in what condition it was issued. */
public enum CacIssue {
    /** The card that the person holds now. */
    CURRENT,
    /** The card that it replaced, or the one of the person's other affiliation. */
    PREVIOUS,
    /** A card whose certificates have expired. */
    EXPIRED,
    /** A card whose certificates are not valid yet. */
    NOT_YET_VALID,
    /** A card whose certificates were issued to a device, by their policy. */
    DEVICE,
    /** A card that offers its PIV authentication certificate where others offer the one for identity. */
    OFFERING_PIV_AUTHENTICATION,
    /** A card that offers its card authentication certificate where others offer the one for identity. */
    OFFERING_CARD_AUTHENTICATION,
    /** A card of an issuer that was put into service after the portal's list of issuers was made. */
    ISSUER_UNKNOWN_YET,
    /** A card whose certificate has a serial number that another issuer gave, too. */
    COMMON_SERIAL_NUMBER,
    /** A card about which OCSP does not answer; its CRL is fresh. */
    CHECKED_BY_CRL_ALONE,
    /** A card about which OCSP does not answer; its CRL is outdated. */
    CHECKED_BY_OLD_CRL_ALONE,
    /** A card about which the answers by OCSP and by CRL are outdated. */
    CHECKED_BY_OLD_ANSWERS,
    /** A card about which neither OCSP nor CRL can be had. */
    NOT_CHECKABLE
}
