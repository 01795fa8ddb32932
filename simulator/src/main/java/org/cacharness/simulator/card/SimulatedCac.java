package org.cacharness.simulator.card;

import java.util.HexFormat;
import org.cacharness.simulator.applet.AccessControl;

/**
 * A CAC: the applets in a Java Card runtime of their own, personalised for one cardholder and sealed.
 *
 * <p>Two cards in one JVM share nothing. Commands to one card are answered one after the other, whatever thread they come from.
 * The card has no power until a reader, or {@link #powerOn()}, gives it some.
 */
public final class SimulatedCac implements AutoCloseable {
    /** ATR of a dual CAC of the field (Gemalto, T=0 only), byte for byte: recognition depends on it. */
    private static final byte[] ATR = HexFormat.of().parseHex("3B7D96000080318065B0831117D683009000");

    private final Object lock = new Object();
    private final CardContents contents;
    private final CardRuntime runtime;
    private final MutantChips mutants;
    private final Chip chip;
    private final CardLedger ledger = new CardLedger();
    private boolean powered;
    private boolean verifiedAtPowerOff;

    private SimulatedCac(CardContents contents, CardRuntime runtime) {
        this.contents = contents;
        this.runtime = runtime;
        mutants = new MutantChips(runtime.accessControl(), contents);
        chip = mutants.around(runtime::transceive, contents.mutants());
    }

    /**
     * Makes a card: installs the applets, writes files and keys, sets the PIN with three tries, and seals it.
     *
     * @throws IllegalArgumentException if a key is of a kind that the card does not take
     */
    public static SimulatedCac personalise(CardContents contents) {
        return new SimulatedCac(contents, Personalisation.of(contents));
    }

    /** Gives the card power: cold reset, PIN not verified, the CCC instance selected. */
    public void powerOn() {
        synchronized (lock) {
            runtime.powerOn();
            powered = true;
            ledger.poweredOn();
            if (verifiedAtPowerOff && contents.mutants().contains(CardMutant.PIN_SURVIVES_REMOVAL)) {
                runtime.transceive(mutants.rightVerify());
            }
        }
    }

    /** Takes the power away: what is transient is lost, the tries stay. */
    public void powerOff() {
        synchronized (lock) {
            verifiedAtPowerOff = access().isPinVerified();
            runtime.reset();
            powered = false;
        }
    }

    /** Warm reset; it has the effects of {@link #powerOff()} and {@link #powerOn()}. */
    public void reset() {
        synchronized (lock) {
            powerOff();
            powerOn();
        }
    }

    /** Answer to reset (ISO/IEC 7816-3). */
    public byte[] atr() {
        return ATR.clone();
    }

    /**
     * Answers one command APDU.
     *
     * @param command any bytes; what is no APDU is answered 6700
     * @return data and status word
     * @throws IllegalStateException if the card has no power
     */
    public byte[] transceive(byte[] command) {
        synchronized (lock) {
            if (!powered) {
                throw new IllegalStateException("Command to a card without power: put it into a reader first");
            }
            byte[] response = chip.transceive(command.clone());
            ledger.record(command, response);
            return response;
        }
    }

    /** What the card saw. */
    public CardLedger ledger() {
        return ledger;
    }

    /** Tries left, seen from the back of the card: for assertions only, and no command is sent. */
    public int triesLeft() {
        synchronized (lock) {
            return access().triesLeft();
        }
    }

    /** Whether the PIN is verified, seen from the back of the card: for assertions only, and no command is sent. */
    public boolean isPinVerified() {
        synchronized (lock) {
            return access().isPinVerified();
        }
    }

    /** What the card was personalised with. */
    public CardContents contents() {
        return contents;
    }

    /** Ends the card. */
    @Override
    public void close() {
        synchronized (lock) {
            powered = false;
            runtime.reset();
        }
    }

    @Override
    public String toString() {
        return "SimulatedCac[" + contents.serial() + "]";
    }

    boolean isReported() {
        return !contents.mutants().contains(CardMutant.NEVER_REPORTED);
    }

    /** The card's PIN and PUK from their back: for assertions only, and no command is sent. */
    AccessControl access() {
        return runtime.accessControl();
    }
}
