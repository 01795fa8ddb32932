package org.cacharness.simulator.reader;

import java.time.Duration;

/** Tells an observer what a card was asked and what it answered. */
final class ObservedCard extends CardAround {
    private final ApduObserver observer;

    ObservedCard(ContactCard card, ApduObserver observer) {
        super(card);
        this.observer = observer;
    }

    @Override
    public byte[] transceive(byte[] command) {
        long begun = System.nanoTime();
        byte[] response = super.transceive(command);
        observer.exchanged(ApduExchange.of(command, response, Duration.ofNanos(System.nanoTime() - begun)));
        return response;
    }
}
