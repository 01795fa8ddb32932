package org.cacharness.simulator.pki;

import org.jspecify.annotations.Nullable;

/**
 * What is true of few people.
 *
 * @param programme under whose rules the certificates are issued
 * @param subject the common name as it is written, where it is not made from the person's names; or null
 * @param citizenship country, two letters (ISO 3166-1)
 * @param affiliation to whom the person belongs, where the component does not tell; or null
 * @param department how the issuer writes the department, usually {@code DoD}
 * @param number a number in an attribute of its own beside the common name (RFC 4519, 2.39, uid), or null
 * @param other how the person's other card differs
 */
public record Particulars(
        Programme programme,
        @Nullable String subject,
        String citizenship,
        @Nullable Affiliation affiliation,
        String department,
        @Nullable String number,
        OtherCard other) {
    /** A citizen with a CAC. */
    public static Particulars ordinary() {
        return new Particulars(Programme.CAC, null, "US", null, "DoD", null, OtherCard.SAME);
    }

    /** The same, as the other card has it. */
    Particulars onOtherCard() {
        return new Particulars(
                programme,
                subject,
                citizenship,
                affiliation,
                other.department() == null ? department : other.department(),
                number,
                OtherCard.SAME);
    }
}
