package org.cacharness.simulator.pki;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * What a card says about itself in its CHUID, and its certificates repeat (SP 800-73-4 Part 1, 3.1.2).
 *
 * @param fascN 25 octets, see {@link FascN}; cloned
 * @param guid the card's universally unique identifier, random for each card
 * @param expires the card's last day
 */
@SuppressWarnings("ArrayRecordComponent") // cloned in and out, compared by content
public record CardIdentity(byte[] fascN, UUID guid, LocalDate expires) {
    private static final int FASC_N_OCTETS = 25;

    /**
     * Checks the FASC-N's length.
     *
     * @throws IllegalArgumentException if it has not 25 octets
     */
    public CardIdentity {
        if (fascN.length != FASC_N_OCTETS) {
            throw new IllegalArgumentException("card identity: expected a FASC-N of " + FASC_N_OCTETS + " octets, got "
                    + fascN.length + ": 40 symbols of five bits each");
        }
        fascN = fascN.clone();
    }

    @Override
    public byte[] fascN() {
        return fascN.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardIdentity that
                && Arrays.equals(fascN, that.fascN)
                && guid.equals(that.guid)
                && expires.equals(that.expires);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(fascN), guid, expires);
    }

    @Override
    public String toString() {
        return "CardIdentity[" + HexFormat.of().withUpperCase().formatHex(fascN) + ", " + guid + ", " + expires + "]";
    }
}
