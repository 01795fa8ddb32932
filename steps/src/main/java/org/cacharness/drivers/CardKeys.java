package org.cacharness.drivers;

import java.security.PrivateKey;
import java.util.List;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardCertificate;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinOutcome;
import org.cacharness.timeline.TimelineEvent;

/** How the CAC software uses PIN and keys of the card in one reader: by APDU, or through a PKCS#11 module. */
public interface CardKeys {
    /** Presents a PIN to the card in the reader, if the PIN policy allows it. */
    PinOutcome present(CacCard card, Pin pin) throws CardConnectionException;

    /**
     * The private key of a certificate.
     *
     * @param prompts asked for the PIN, now or when the key signs
     * @throws java.security.ProviderException if there is no key to be had: nobody gives the PIN, or it is wrong
     */
    PrivateKey keyOf(CacCard card, CardCertificate certificate, PinEntry prompts);

    /** The card is pulled, or about to be: what is known of it is given up. */
    void forgetCard();

    /** The calls of a PKCS#11 module since this was last asked; none where there is no module. */
    default List<TimelineEvent> newEvents() {
        return List.of();
    }
}
