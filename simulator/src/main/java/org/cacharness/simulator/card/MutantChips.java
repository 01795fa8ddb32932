package org.cacharness.simulator.card;

import java.util.Arrays;
import java.util.Set;
import org.cacharness.simulator.applet.AccessControl;

/** The mutants that answer commands otherwise than the applets do; the others are made at personalisation. */
final class MutantChips {
    private static final byte VERIFY = 0x20;
    private static final byte GET_CHALLENGE = (byte) 0x84;
    private static final int PIN_AT = 5;
    private static final int PIN_LENGTH = 8;

    private final AccessControl access;
    private final CardContents contents;

    MutantChips(AccessControl access, CardContents contents) {
        this.access = access;
        this.contents = contents;
    }

    Chip around(Chip sound, Set<CardMutant> mutants) {
        Chip chip = sound;
        for (CardMutant mutant : mutants) {
            chip = around(chip, mutant);
        }
        return chip;
    }

    /** VERIFY of the CAC edge with the right PIN. */
    byte[] rightVerify() {
        return rightVerify(new byte[] {0, VERIFY, 0, 0});
    }

    /** VERIFY of the CAC edge with a wrong PIN. */
    byte[] wrongVerify() {
        return wrongVerify(new byte[] {0, VERIFY, 0, 0});
    }

    /** The same to the edge that another VERIFY is meant for. */
    private byte[] rightVerify(byte[] like) {
        byte[] block = contents.pinBlock();
        byte[] command = Arrays.copyOf(Arrays.copyOf(like, PIN_AT - 1), PIN_AT + PIN_LENGTH);
        command[4] = PIN_LENGTH;
        System.arraycopy(block, 0, command, PIN_AT, PIN_LENGTH);
        Arrays.fill(block, (byte) 0);
        return command;
    }

    private Chip around(Chip chip, CardMutant mutant) {
        return switch (mutant) {
            case ACCEPTS_ANY_PIN ->
                command -> isPresentation(command) ? chip.transceive(rightVerify(command)) : chip.transceive(command);
            case REFUSES_RIGHT_PIN ->
                command -> isRight(command) ? chip.transceive(wrongVerify(command)) : chip.transceive(command);
            case TRIES_DO_NOT_GO_DOWN -> command -> isWrong(command) ? triesLeft() : chip.transceive(command);
            case NEVER_BLOCKS ->
                command -> isWrong(command) && access.triesLeft() <= 1 ? triesLeft() : chip.transceive(command);
            case QUERY_COSTS_A_TRY -> command -> isQuery(command) ? costly(chip, command) : chip.transceive(command);
            case CHALLENGE_REPEATS -> repeating(chip);
            case SIGNS_WITHOUT_PIN,
                    SIGNS_WITH_ANOTHER_KEY,
                    PIN_SURVIVES_REMOVAL,
                    CERTIFICATES_UNREADABLE,
                    NEVER_REPORTED,
                    FAULT_DOES_NOT_SHOW -> chip;
        };
    }

    private byte[] costly(Chip chip, byte[] query) {
        if (!access.isPinVerified()) {
            chip.transceive(wrongVerify(query));
        }
        return chip.transceive(query);
    }

    private static Chip repeating(Chip chip) {
        byte[][] first = new byte[1][];
        return command -> {
            byte[] response = chip.transceive(command);
            if (command.length < 2 || command[1] != GET_CHALLENGE || response.length == 2) {
                return response;
            }
            first[0] = first[0] == null ? response : first[0];
            return first[0].clone();
        };
    }

    private byte[] triesLeft() {
        return new byte[] {0x63, (byte) (0xC0 | access.triesLeft())};
    }

    private byte[] wrongVerify(byte[] like) {
        byte[] command = rightVerify(like);
        command[PIN_AT] = (byte) (command[PIN_AT] == '0' ? '1' : '0');
        return command;
    }

    private boolean isWrong(byte[] command) {
        return isPresentation(command) && !isRight(command);
    }

    private boolean isRight(byte[] command) {
        byte[] right = rightVerify();
        boolean same = isPresentation(command)
                && Arrays.equals(command, PIN_AT, PIN_AT + PIN_LENGTH, right, PIN_AT, PIN_AT + PIN_LENGTH);
        Arrays.fill(right, (byte) 0);
        return same;
    }

    private static boolean isPresentation(byte[] command) {
        return command.length >= PIN_AT + PIN_LENGTH && command[1] == VERIFY && command[4] == PIN_LENGTH;
    }

    private static boolean isQuery(byte[] command) {
        return (command.length == 4 || command.length == 5) && command[1] == VERIFY && command[2] == 0;
    }
}
