package org.cacharness.simulator.card;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import org.jspecify.annotations.Nullable;

/**
 * A reader inside the process, behind the same API as PC/SC readers.
 *
 * <p>A card is put in by {@link #insert(SimulatedCac)} and pulled by {@link #pull()}. After a pull every connection that was open
 * fails, also when the same card comes back: it was without power meanwhile.
 */
public final class SimulatedTerminal extends CardTerminal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String name;
    private @Nullable SimulatedCac inside;
    private byte[] atr = {};
    private long insertions;

    /** A reader without a card. */
    public SimulatedTerminal(String name) {
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * Puts a card in, and powers it.
     *
     * @throws IllegalStateException if there is a card inside already
     */
    public void insert(SimulatedCac card) {
        insert(card, card.atr());
    }

    /**
     * The same with another answer to reset.
     *
     * @param answerToReset ISO/IEC 7816-3, 8.2
     * @throws IllegalStateException if there is a card inside already
     */
    public void insert(SimulatedCac card, byte[] answerToReset) {
        lock.lock();
        try {
            if (inside != null) {
                throw new IllegalStateException("Insert into " + name + ": expected an empty reader, found " + inside
                        + ": pull that card first");
            }
            card.powerOn();
            inside = card;
            atr = answerToReset.clone();
            insertions++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Pulls the card, if there is one. */
    public void pull() {
        lock.lock();
        try {
            if (inside != null) {
                inside.powerOff();
                inside = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isCardPresent() {
        lock.lock();
        try {
            return reported() != null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean waitForCardPresent(long timeout) throws CardException {
        return waitFor(true, timeout);
    }

    @Override
    public boolean waitForCardAbsent(long timeout) throws CardException {
        return waitFor(false, timeout);
    }

    /**
     * Connects to the card inside.
     *
     * @param protocol {@code "*"} or {@code "T=0"}, the only one that the card's ATR offers
     * @throws CardNotPresentException if there is none
     */
    @Override
    public Card connect(String protocol) throws CardException {
        if (!protocol.equals("*") && !protocol.equals(SimulatedCard.PROTOCOL)) {
            throw new CardException("Connect to " + name + ": expected protocol * or T=0, got " + protocol);
        }
        lock.lock();
        try {
            SimulatedCac card = reported();
            if (card == null) {
                throw new CardNotPresentException("Connect to " + name + ": no card in the reader: insert one");
            }
            return new SimulatedCard(this, atr, insertions);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "SimulatedTerminal[" + name + "]";
    }

    /** Commands go through the reader, so that a card can't be pulled in the middle of one. */
    byte[] transceive(long insertion, byte[] command) throws CardException {
        lock.lock();
        try {
            return card(insertion).transceive(command);
        } catch (CardPulledException pulled) {
            pull();
            return pulled.answer()
                    .orElseThrow(
                            () -> new CardException("Card in " + name + ": removed during a command: connect again"));
        } catch (CardMuteException mute) {
            throw new CardException("Card in " + name + ": no answer within the waiting time: take it out", mute);
        } finally {
            lock.unlock();
        }
    }

    void reset(long insertion) throws CardException {
        lock.lock();
        try {
            card(insertion).reset();
        } finally {
            lock.unlock();
        }
    }

    private SimulatedCac card(long insertion) throws CardException {
        if (inside == null || insertion != insertions) {
            throw new CardException("Card in " + name + ": removed since the connection was made: connect again");
        }
        return inside;
    }

    private @Nullable SimulatedCac reported() {
        return inside != null && inside.isReported() ? inside : null;
    }

    private boolean waitFor(boolean present, long timeout) throws CardException {
        if (timeout < 0) {
            throw new IllegalArgumentException("Wait for a card: expected a time of 0 ms or more, got " + timeout);
        }
        long left = timeout == 0 ? Long.MAX_VALUE : Duration.ofMillis(timeout).toNanos();
        lock.lock();
        try {
            while ((reported() != null) != present) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardException("Wait for a card in " + name + ": interrupted", e);
        } finally {
            lock.unlock();
        }
    }
}
