package org.cacharness.drivers;

import java.security.PrivateKey;
import org.cacharness.edge.CacCard;
import org.cacharness.edge.CardCertificate;
import org.cacharness.edge.CardConnectionException;
import org.cacharness.edge.CardKey;
import org.cacharness.edge.Pin;
import org.cacharness.edge.PinEntry;
import org.cacharness.edge.PinOutcome;

/** The CAC software is the harness itself: PIN and signatures are APDUs. */
final class AppletKeys implements CardKeys {
    @Override
    public PinOutcome present(CacCard card, Pin pin) throws CardConnectionException {
        return card.present(pin);
    }

    @Override
    public PrivateKey keyOf(CacCard card, CardCertificate certificate, PinEntry prompts) {
        return CardKey.of(card, certificate, prompts);
    }

    @Override
    public void forgetCard() {
        // Nothing is remembered
    }
}
