package org.cacharness.drivers;

/** Which of a person's cards, and in what condition it was issued. */
public enum CacIssue {
    /** The card that the person holds now. */
    CURRENT,
    /** The card that it replaced. */
    PREVIOUS,
    /** A card whose certificates have expired. */
    EXPIRED,
    /** A card whose certificates are not valid yet. */
    NOT_YET_VALID,
    /** A card whose certificates were issued to a device, by their policy. */
    DEVICE
}
