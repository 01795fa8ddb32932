package org.cacharness.simulator.card;

import java.util.HexFormat;
import org.cacharness.simulator.applet.AccessControl;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable FaultyChip faulty;
    private final CardLedger ledger = new CardLedger();
    private boolean powered;
    private boolean verifiedAtPowerOff;

    private SimulatedCac(CardContents contents, CardRuntime runtime) {
        this.contents = contents;
        this.runtime = runtime;
        mutants = new MutantChips(runtime.accessControl(), contents);
        Chip answering = mutants.around(runtime::transceive, contents.mutants());
        faulty = contents.fault()
                .map(fault -> new FaultyChip(answering, runtime.accessControl(), fault))
                .orElse(null);
        chip = faulty == null ? answering : faulty;
    }

    /**
     * Makes a card: installs the applets, writes files and keys, sets the PIN with three tries, and seals it.
     *
     * @throws IllegalArgumentException if a key is of a kind that the card does not take
     */
    public static SimulatedCac personalise(CardContents contents) {
        SimulatedCac card = new SimulatedCac(contents, Personalisation.of(contents));
        card.useUpTries();
        return card;
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
            if (faulty != null) {
                faulty.powerOff();
            }
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
     * @throws CardPulledException if its fault is to leave the reader now
     * @throws CardMuteException if its fault is not to answer
     */
    public byte[] transceive(byte[] command) {
        synchronized (lock) {
            if (!powered) {
                throw new IllegalStateException("Command to a card without power: put it into a reader first");
            }
            byte[] response = answer(command);
            ledger.record(command, response);
            return response;
        }
    }

    private byte[] answer(byte[] command) {
        try {
            return chip.transceive(command.clone());
        } catch (CardPulledException pulled) {
            pulled.answer().ifPresent(response -> ledger.record(command, response));
            throw pulled;
        }
    }

    /** Makes a fault that has struck already strike again. */
    public void armFault() {
        synchronized (lock) {
            if (faulty != null) {
                faulty.arm();
            }
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

    /** Before the card came here somebody entered wrong PINs; its ledger begins here. */
    private void useUpTries() {
        int wrong = contents.fault().map(SimulatedCac::wrongPinsBefore).orElse(0);
        runtime.powerOn();
        for (int i = 0; i < wrong; i++) {
            runtime.transceive(mutants.wrongVerify());
        }
        runtime.reset();
    }

    private static int wrongPinsBefore(CardFault fault) {
        return switch (fault) {
            case TWO_TRIES_LEFT -> 1;
            case ONE_TRY_LEFT -> 2;
            case BLOCKED -> 3;
            default -> 0;
        };
    }

    boolean isReported() {
        return !contents.mutants().contains(CardMutant.NEVER_REPORTED);
    }

    /** The card's PIN and PUK from their back: for assertions only, and no command is sent. */
    AccessControl access() {
        return runtime.accessControl();
    }
}
