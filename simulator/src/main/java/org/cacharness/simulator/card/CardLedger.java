package org.cacharness.simulator.card;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the card itself saw: counts for assertions about what was sent to it.
 *
 * <p>It counts behind the reader, whatever the software in front of it says it did.
 */
public final class CardLedger {
    private static final int VERIFY = 0x20;
    private static final int CHANGE_REFERENCE_DATA = 0x24;
    private static final int SIGN_DECRYPT = 0x42;

    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger powerOns = new AtomicInteger();
    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicInteger presentations = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger signatures = new AtomicInteger();

    /** Commands of any kind. */
    public int commands() {
        return commands.get();
    }

    /** How often the card was powered on or reset. */
    public int powerOns() {
        return powerOns.get();
    }

    /** VERIFY without data. */
    public int pinQueries() {
        return queries.get();
    }

    /** VERIFY with data: PINs that were really sent. */
    public int pinPresentations() {
        return presentations.get();
    }

    /** VERIFY or CHANGE REFERENCE DATA with data that the card refused. */
    public int pinRefusals() {
        return refusals.get();
    }

    /** CHANGE REFERENCE DATA with data. */
    public int pinChanges() {
        return changes.get();
    }

    /** Private key operations done. */
    public int signatures() {
        return signatures.get();
    }

    @Override
    public String toString() {
        return "CardLedger[commands=" + commands + ", powerOns=" + powerOns + ", queries=" + queries
                + ", presentations=" + presentations + ", refusals=" + refusals + ", changes=" + changes
                + ", signatures=" + signatures + "]";
    }

    void poweredOn() {
        powerOns.incrementAndGet();
    }

    void record(byte[] command, byte[] response) {
        commands.incrementAndGet();
        if (command.length < 4) {
            return;
        }
        boolean done = response[response.length - 2] == (byte) 0x90;
        switch (command[1] & 0xFF) {
            case VERIFY -> pin(command, done, presentations);
            case CHANGE_REFERENCE_DATA -> pin(command, done, changes);
            case SIGN_DECRYPT -> sign(response);
            default -> {}
        }
    }

    private void pin(byte[] command, boolean done, AtomicInteger counter) {
        if (command.length <= 5) {
            queries.incrementAndGet();
            return;
        }
        counter.incrementAndGet();
        if (!done) {
            refusals.incrementAndGet();
        }
    }

    private void sign(byte[] response) {
        if (response.length > 2) {
            signatures.incrementAndGet();
        }
    }
}
