package org.cacharness.simulator.reader;

import org.cacharness.simulator.card.SimulatedCac;

/** A simulated CAC behind another ATR. */
final class CacContacts implements ContactCard {
    private final SimulatedCac card;
    private final byte[] atr;

    CacContacts(SimulatedCac card, byte[] atr) {
        this.card = card;
        this.atr = atr;
    }

    @Override
    public byte[] atr() {
        return atr.clone();
    }

    @Override
    public void powerOn() {
        card.powerOn();
    }

    @Override
    public void powerOff() {
        card.powerOff();
    }

    @Override
    public void reset() {
        card.reset();
    }

    @Override
    public byte[] transceive(byte[] command) {
        return card.transceive(command);
    }
}
