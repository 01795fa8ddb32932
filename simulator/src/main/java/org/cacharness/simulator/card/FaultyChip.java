package org.cacharness.simulator.card;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.cacharness.simulator.applet.AccessControl;

/** A chip that answers commands otherwise than a sound one does; faults in what the card holds are made at personalisation. */
final class FaultyChip implements Chip {
    private static final byte VERIFY = 0x20;
    private static final byte SIGN_DECRYPT = 0x42;
    private static final byte GENERAL_AUTHENTICATE = (byte) 0x87;
    private static final byte ADMINISTRATION_KEY = (byte) 0x9B;
    private static final int CHAINED = 0x10;
    private static final byte READ_BUFFER = 0x52;
    private static final int PIN_AT = 5;
    private static final int FEWEST_DIGITS = 6;
    private static final int PIN_LENGTH = 8;
    private static final Duration EACH_COMMAND = Duration.ofMillis(25);
    private static final Duration SIGNATURE = Duration.ofSeconds(1);
    private static final byte[] WRONG_DATA = {0x6A, (byte) 0x80};

    private final Chip sound;
    private final AccessControl access;
    private final CardFault fault;
    private boolean hasStruck;
    private boolean isMute;
    private boolean filesWereRead;

    FaultyChip(Chip sound, AccessControl access, CardFault fault) {
        this.sound = sound;
        this.access = access;
        this.fault = fault;
    }

    /** The fault may strike again. */
    void arm() {
        hasStruck = false;
    }

    /** What lasts no longer than the power. */
    void powerOff() {
        isMute = false;
        filesWereRead = false;
    }

    @Override
    public byte[] transceive(byte[] command) {
        if (isMute) {
            throw new CardMuteException();
        }
        filesWereRead |= isOf(command, READ_BUFFER);
        return switch (fault) {
            case PIN_FORMAT_REFUSED -> isShortPin(command) ? WRONG_DATA.clone() : sound.transceive(command);
            case PIN_FOR_EACH_SIGNATURE -> forgetting(command, sound.transceive(command));
            case SHORT_SIGNATURE -> withoutLeadingZeros(command, sound.transceive(command));
            case SLOW -> slowly(command);
            case PULLED_BEFORE_PIN ->
                asksForTries(command) && filesWereRead && strikes() ? pulled() : answered(command);
            case LOGIN_LOST,
                    ERROR_6F00,
                    ERROR_6581,
                    ERROR_6A84,
                    ERROR_9240,
                    PULLED_DURING_SIGN,
                    PULLED_DURING_PAGE_LOAD,
                    MUTE -> signs(command) && strikes() ? whileSigning(command) : answered(command);
            default -> answered(command);
        };
    }

    private byte[] whileSigning(byte[] command) {
        return switch (fault) {
            case LOGIN_LOST -> loggedOut(command);
            case ERROR_6F00, ERROR_6581, ERROR_6A84, ERROR_9240 -> statusWord();
            case PULLED_DURING_PAGE_LOAD -> throw CardPulledException.after(sound.transceive(command));
            case MUTE -> fallenMute();
            default -> pulled();
        };
    }

    private byte[] answered(byte[] command) {
        return sound.transceive(command);
    }

    private boolean strikes() {
        boolean now = !hasStruck;
        hasStruck = true;
        return now;
    }

    private byte[] loggedOut(byte[] command) {
        access.logOut();
        return sound.transceive(command);
    }

    private byte[] statusWord() {
        return HexFormat.of().parseHex(fault.name().substring("ERROR_".length()));
    }

    private byte[] fallenMute() {
        isMute = true;
        throw new CardMuteException();
    }

    private static byte[] pulled() {
        throw CardPulledException.withoutAnswer();
    }

    private byte[] forgetting(byte[] command, byte[] response) {
        if (isOf(command, SIGN_DECRYPT) && response.length > 2) {
            access.logOut();
        }
        return response;
    }

    private static byte[] withoutLeadingZeros(byte[] command, byte[] response) {
        int zeros = 0;
        while (isOf(command, SIGN_DECRYPT) && zeros < response.length - 2 && response[zeros] == 0) {
            zeros++;
        }
        return Arrays.copyOfRange(response, zeros, response.length);
    }

    private byte[] slowly(byte[] command) {
        CardCondition contacts = new CardCondition();
        contacts.slow(signs(command) ? SIGNATURE : EACH_COMMAND);
        try {
            contacts.hold();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sound.transceive(command);
    }

    /** The last part of a command on which a signature comes; before it the PIN was verified. */
    private boolean signs(byte[] command) {
        return (isSignature(command) || isPivSignature(command)) && access.isPinVerified();
    }

    private static boolean isSignature(byte[] command) {
        return isOf(command, SIGN_DECRYPT) && command[2] == 0;
    }

    /** SP 800-73-4 Part 2, 3.2.4; ISO/IEC 7816-4, 5.1.1.1: bit 5 of CLA says that more follows. */
    private static boolean isPivSignature(byte[] command) {
        return isOf(command, GENERAL_AUTHENTICATE) && (command[0] & CHAINED) == 0 && command[3] != ADMINISTRATION_KEY;
    }

    private static boolean asksForTries(byte[] command) {
        return isOf(command, VERIFY) && command.length <= PIN_AT && command[2] == 0;
    }

    private static boolean isShortPin(byte[] command) {
        return isOf(command, VERIFY)
                && command.length >= PIN_AT + PIN_LENGTH
                && command[4] == PIN_LENGTH
                && command[PIN_AT + FEWEST_DIGITS - 1] == (byte) 0xFF;
    }

    private static boolean isOf(byte[] command, byte instruction) {
        return command.length > 3 && command[1] == instruction;
    }
}
