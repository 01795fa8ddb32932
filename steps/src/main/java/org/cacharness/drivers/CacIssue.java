package org.cacharness.drivers;

/** Which of a person's cards. */
public enum CacIssue {
    /** The card that the person holds now. */
    CURRENT,
    /** The card that it replaced. */
    PREVIOUS,
    /** A card whose certificates have expired. */
    EXPIRED
}
