package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.util.List;
import org.cacharness.edge.Pin;

/**
 * A person's CAC, outside or inside a reader, as the person knows it.
 *
 * <p>What it counts is counted by the card itself, where the card is simulated.
 */
public interface CacInHand {
    /** Puts the card into a reader. */
    void putInto(CardReader reader);

    /** Pulls the card out of the reader that it is in. */
    void pull();

    /** The PIN, in a copy that the caller closes. */
    Pin pin();

    /** A PIN that is not the card's, in a copy that the caller closes. */
    Pin wrongPin();

    /** A PIN of four digits, in a copy that the caller closes; it is not the card's. */
    Pin shortPin();

    /** The certificate that the person registers: the one for identity. */
    X509Certificate certificate();

    /** All certificates on the card, in the order of its PKI instances. */
    List<X509Certificate> certificates();

    /** How many PINs the card was sent, right or wrong. */
    int presentations();

    /** The tries left on the card, 0 when it is blocked. */
    int triesLeft();

    /** The issuer takes the card's certificates back. */
    void revoke();

    /** The issuer puts the card's certificates on hold. */
    void suspend();
}
