package org.cacharness.simulator.pki;

import org.jspecify.annotations.Nullable;

/**
 * How a person's other card differs from the one in use: the card before it, or the one of a second affiliation.
 *
 * <p>What is null is the same on both.
 *
 * @param last surname
 * @param component organisational unit
 * @param email address
 * @param department how the issuer writes the department
 */
public record OtherCard(
        @Nullable String last,
        @Nullable String component,
        @Nullable String email,
        @Nullable String department) {
    /** An other card that differs in its numbers alone. */
    static final OtherCard SAME = new OtherCard(null, null, null, null);
}
