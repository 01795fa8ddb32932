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
    private static final int RESET_RETRY_COUNTER = 0x2C;
    private static final int SIGN_DECRYPT = 0x42;
    private static final int GENERAL_AUTHENTICATE = 0x87;
    private static final int END_STATE = 0xFF;
    private static final int ADMINISTRATION_KEY = 0x9B;

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

    /** VERIFY, CHANGE REFERENCE DATA or RESET RETRY COUNTER with data that the card refused. */
    public int pinRefusals() {
        return refusals.get();
    }

    /** CHANGE REFERENCE DATA and RESET RETRY COUNTER with data. */
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
            case CHANGE_REFERENCE_DATA, RESET_RETRY_COUNTER -> pin(command, done, changes);
            case SIGN_DECRYPT -> sign(response);
            case GENERAL_AUTHENTICATE -> authenticate(command, response);
            default -> {}
        }
    }

    private void pin(byte[] command, boolean done, AtomicInteger counter) {
        if (command.length <= 5) {
            // VERIFY with P1 FF asks nothing: it ends the state (SP 800-73-4 Part 2, 3.2.1)
            queries.addAndGet((command[2] & 0xFF) == END_STATE ? 0 : 1);
            return;
        }
        counter.incrementAndGet();
        if (!done) {
            refusals.incrementAndGet();
        }
    }

    /** By the administrator's key reference come random numbers, no key operation. */
    private void authenticate(byte[] command, byte[] response) {
        if ((command[3] & 0xFF) != ADMINISTRATION_KEY) {
            sign(response);
        }
    }

    private void sign(byte[] response) {
        if (response.length > 2) {
            signatures.incrementAndGet();
        }
    }
}
