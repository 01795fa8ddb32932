package org.cacharness.simulator.reader;

import org.cacharness.simulator.card.SimulatedCac;

/** What a reader sees of a card: its contacts (ISO/IEC 7816-3). */
public interface ContactCard {
    /** Answer to reset. */
    byte[] atr();

    /** Power and cold reset. */
    void powerOn();

    /** Power goes; what is transient is lost. */
    void powerOff();

    /** Warm reset. */
    void reset();

    /**
     * Answers one command.
     *
     * @param command as it came over the line; any bytes
     * @return data and status word
     */
    byte[] transceive(byte[] command);

    /**
     * A simulated CAC as a reader sees it, by the protocol of its ATR.
     *
     * @param profile the ATR that it answers with; one that offers T=0 alone makes it speak T=0
     */
    static ContactCard of(SimulatedCac card, AtrProfile profile) {
        ContactCard contacts = new CacContacts(card, profile.atr());
        return profile.protocol() == AtrProfile.Protocol.T0 ? new T0Adapter(contacts) : new T1Adapter(contacts);
    }
}
