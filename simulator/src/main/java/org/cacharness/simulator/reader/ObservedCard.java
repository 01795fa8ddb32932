package org.cacharness.simulator.reader;

import java.time.Duration;

/** Tells an observer what a card was asked and what it answered. */
final class ObservedCard implements ContactCard {
    private final ContactCard card;
    private final ApduObserver observer;

    ObservedCard(ContactCard card, ApduObserver observer) {
        this.card = card;
        this.observer = observer;
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
        long begun = System.nanoTime();
        byte[] response = card.transceive(command);
        observer.exchanged(ApduExchange.of(command, response, Duration.ofNanos(System.nanoTime() - begun)));
        return response;
    }
}
