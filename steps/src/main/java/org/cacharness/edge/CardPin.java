package org.cacharness.edge;

import java.util.Arrays;

/** The PIN commands of the CAC edge (ISO/IEC 7816-4), behind a {@link PinGuard}. */
final class CardPin {
    private static final int VERIFY = 0x20;
    private static final int CHANGE_REFERENCE_DATA = 0x24;
    private static final int HEADER = 5;
    private static final StatusWord WRONG_DATA = new StatusWord(0x6A80);
    private static final StatusWord NO_SUCH_REFERENCE = new StatusWord(0x6A88);
    private static final int CAC_PIN = 0x00;
    private static final int PIV_PIN = 0x80;

    private final CommandSender sender;
    private final PinGuard guard;
    /** What the application that is selected calls the PIN: one PIN, two names. */
    private int reference = CAC_PIN;

    CardPin(CommandSender sender, PinGuard guard) {
        this.sender = sender;
        this.guard = guard;
    }

    PinState state() throws CardConnectionException {
        StatusWord answer = asked();
        if (answer.isDone()) {
            return new PinState.Verified();
        }
        if (answer.equals(StatusWord.PIN_BLOCKED) || answer.triesLeft().orElse(1) == 0) {
            return new PinState.Blocked();
        }
        return new PinState.TriesLeft(answer.triesLeft()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.TRIES_UNKNOWN,
                        "VERIFY without PIN: expected 9000 or 63CX, got " + answer
                                + ": the tries left are not known, so that no PIN is sent to this card")));
    }

    /**
     * Other software may have selected the PIV application of a card with both edges, where the PIN is called 80 (SP 800-73-4 part 1, table
     * 4). It is left selected: who else uses it does not look again.
     */
    private StatusWord asked() throws CardConnectionException {
        StatusWord answer = ask(CAC_PIN);
        return answer.equals(NO_SUCH_REFERENCE) ? ask(PIV_PIN) : answer;
    }

    private StatusWord ask(int name) throws CardConnectionException {
        reference = name;
        return sender.send(CommandApdu.of(0x00, VERIFY, 0x00, name)).statusWord();
    }

    PinOutcome present(Pin pin) throws CardConnectionException {
        PinState state = state();
        if (state instanceof PinState.Verified) {
            return new PinOutcome.AlreadyVerified();
        }
        if (state instanceof PinState.TriesLeft left) {
            guard.permit(left.count());
            return send(VERIFY, pin);
        }
        return new PinOutcome.Blocked();
    }

    PinOutcome change(Pin old, Pin replacement) throws CardConnectionException {
        guard.requireChangeAllowed();
        PinState state = state();
        if (state instanceof PinState.Blocked) {
            return new PinOutcome.Blocked();
        }
        if (state instanceof PinState.TriesLeft left) {
            guard.permit(left.count());
        } else {
            guard.permitVerified();
        }
        return send(CHANGE_REFERENCE_DATA, old, replacement);
    }

    private PinOutcome send(int ins, Pin... pins) throws CardConnectionException {
        byte[] command = new byte[HEADER + pins.length * Pin.BLOCK_LENGTH];
        command[1] = (byte) ins;
        command[3] = (byte) reference;
        command[4] = (byte) (pins.length * Pin.BLOCK_LENGTH);
        try {
            for (int i = 0; i < pins.length; i++) {
                pins[i].writeBlock(command, HEADER + i * Pin.BLOCK_LENGTH);
            }
            StatusWord answer = sender.send(command).statusWord();
            PinOutcome outcome = ins == VERIFY && answer.equals(WRONG_DATA) ? notCompared() : outcome(ins, answer);
            guard.saw(outcome);
            return outcome;
        } finally {
            Arrays.fill(command, (byte) 0);
        }
    }

    /** The PIN has not the form that this card takes, and no try was spent (SP 800-73-4 Part 2, 3.2.1): the card knows. */
    private PinOutcome notCompared() throws CardConnectionException {
        return state() instanceof PinState.TriesLeft left
                ? new PinOutcome.Refused(left.count())
                : new PinOutcome.Blocked();
    }

    private static PinOutcome outcome(int ins, StatusWord answer) {
        if (answer.isDone()) {
            return new PinOutcome.Accepted();
        }
        if (answer.equals(StatusWord.PIN_BLOCKED) || answer.triesLeft().orElse(1) == 0) {
            return new PinOutcome.Blocked();
        }
        if (answer.triesLeft().isPresent()) {
            return new PinOutcome.Refused(answer.triesLeft().getAsInt());
        }
        if (ins == CHANGE_REFERENCE_DATA && answer.equals(WRONG_DATA)) {
            return new PinOutcome.NewPinMalformed();
        }
        throw CardAnswerException.unexpected(
                ins == VERIFY ? "VERIFY" : "CHANGE REFERENCE DATA",
                "9000, 63CX or 6983",
                answer,
                "don't try again before the tries left are known");
    }
}
