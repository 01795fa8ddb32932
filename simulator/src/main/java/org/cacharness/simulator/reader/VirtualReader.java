package org.cacharness.simulator.reader;

import java.io.IOException;
import java.time.Duration;
import org.cacharness.simulator.card.CardCondition;
import org.jspecify.annotations.Nullable;

/** One reader of a private pcscd. */
public final class VirtualReader {
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(5);
    /** Longer than any signature takes, shorter than people wait. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    /** A little longer than pcscd takes to look again. */
    private static final Duration NOTICE_LIMIT = Duration.ofMillis(500);

    private final String name;
    private final Slot slot;
    private final CardCondition condition = new CardCondition();
    private @Nullable VpcdBridge bridge;
    private @Nullable Long pulledAt;

    VirtualReader(String name, Slot slot) {
        this.name = name;
        this.slot = slot;
    }

    /** The name that PC/SC clients see. */
    public String name() {
        return name;
    }

    /** Puts a card in; see {@link #insert(ContactCard, ApduObserver)}. */
    public void insert(ContactCard card) {
        insert(card, ApduObserver.none());
    }

    /**
     * Puts a card in, and waits until pcscd reports it.
     *
     * @param observer is told of every command
     * @throws IllegalStateException if there is a card inside already
     * @throws VirtualReaderException if pcscd does not report it in time
     */
    public synchronized void insert(ContactCard card, ApduObserver observer) {
        if (hasCard()) {
            throw new IllegalStateException("Insert into " + name + ": expected an empty reader: pull its card first");
        }
        ContactCard observed = new ObservedCard(card, observer);
        long deadline = System.nanoTime() + REPORT_LIMIT.toNanos();
        boolean unnoticed = isPullFresh();
        do {
            VpcdBridge connected = connect(observed, unnoticed);
            bridge = connected;
            if (isReported(connected, Duration.ofNanos(deadline - System.nanoTime()))) {
                return;
            }
            connected.close();
            unnoticed = false;
        } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
        throw new VirtualReaderException("Insert into " + name + ": expected pcscd to report the card within "
                + REPORT_LIMIT.toSeconds() + " s, it did not: is it still running?");
    }

    /** Pulls the card, if there is one. pcscd notices within half a second, a client in the middle of a command at once. */
    public synchronized void pull() {
        VpcdBridge connected = bridge;
        bridge = null;
        if (connected != null) {
            pulledAt = connected.hasPower() ? System.nanoTime() : null;
            connected.close();
        }
    }

    /** A client was told that the card is gone: pcscd has noticed, and will notice the next one when it comes. */
    public synchronized void pullWasReported() {
        pulledAt = null;
    }

    /** Whether a card is inside. One that did not answer in time counts as pulled. */
    public synchronized boolean hasCard() {
        VpcdBridge connected = bridge;
        return connected != null && !connected.isEnded();
    }

    /** How well the contacts work; it stays as it is when cards come and go. */
    public CardCondition condition() {
        return condition;
    }

    private VpcdBridge connect(ContactCard card, boolean unnoticed) {
        try {
            return VpcdBridge.over(slot.connect(), card, condition, ANSWER_LIMIT, unnoticed);
        } catch (IOException e) {
            throw new VirtualReaderException("Insert into " + name + ": " + e.getMessage(), e);
        }
    }

    /** Where the card before was without power already, pcscd notices in any case (measured). */
    private boolean isPullFresh() {
        Long pulled = pulledAt;
        return pulled != null && System.nanoTime() - pulled < NOTICE_LIMIT.toNanos();
    }

    private static boolean isReported(VpcdBridge connected, Duration limit) {
        try {
            return connected.awaitReport(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What leads to this reader's slot of vpcd. */
    @FunctionalInterface
    interface Slot {
        VpcdLink connect() throws IOException;
    }
}
