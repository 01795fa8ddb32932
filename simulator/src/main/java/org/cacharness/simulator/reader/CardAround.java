package org.cacharness.simulator.reader;

/** A card that stands around another one: what it does not do itself, that one does. */
abstract class CardAround implements ContactCard {
    private final ContactCard card;

    CardAround(ContactCard card) {
        this.card = card;
    }

    @Override
    public byte[] atr() {
        return card.atr();
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
