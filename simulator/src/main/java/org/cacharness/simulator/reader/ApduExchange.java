package org.cacharness.simulator.reader;

import java.time.Duration;
import java.util.HexFormat;

/**
 * One command with its response, as far as they may be written down.
 *
 * @param command in hexadecimal; where its data are a PIN or PUK, they are asterisks
 * @param response in hexadecimal with status word; where its data may be something decrypted, they are asterisks
 * @param took how long the card needed
 */
public record ApduExchange(String command, String response, Duration took) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int HEADER = 5;

    static ApduExchange of(byte[] command, byte[] response, Duration took) {
        int shownOfCommand = carriesPin(command) ? HEADER : command.length;
        int hiddenOfResponse = followsKey(command) ? Math.max(0, response.length - 2) : 0;
        return new ApduExchange(
                HEX.formatHex(command, 0, shownOfCommand) + "**".repeat(command.length - shownOfCommand),
                "**".repeat(hiddenOfResponse) + HEX.formatHex(response, hiddenOfResponse, response.length),
                took);
    }

    /** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER; whatever the class, since a mistyped one carries the PIN as well. */
    private static boolean carriesPin(byte[] command) {
        return command.length > HEADER && (command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C);
    }

    /** SIGN/DECRYPT, GENERAL AUTHENTICATE, and GET RESPONSE, which may fetch their results. */
    private static boolean followsKey(byte[] command) {
        return command.length > 1 && (command[1] == 0x42 || command[1] == (byte) 0x87 || command[1] == (byte) 0xC0);
    }

    @Override
    public String toString() {
        return command + " -> " + response;
    }
}
