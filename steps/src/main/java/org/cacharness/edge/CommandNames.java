package org.cacharness.edge;

import java.util.Arrays;

/** Commands by their names in the documents. */
final class CommandNames {
    private CommandNames() {}

    static String of(byte[] command) {
        if (command.length < 4) {
            return "no command";
        }
        return switch (command[1] & 0xFF) {
            case 0x20 -> command.length <= 5 ? "VERIFY, tries left?" : "VERIFY";
            case 0x24 -> "CHANGE REFERENCE DATA";
            case 0x2C -> "RESET RETRY COUNTER";
            case 0x36 -> "GET CERTIFICATE";
            case 0x42 -> command[2] == 0 ? "SIGN/DECRYPT" : "SIGN/DECRYPT, more follows";
            case 0x4C -> "GET ACR";
            case 0x52 -> "READ BUFFER";
            case 0x56 -> "GET PROPERTIES";
            case 0x58 -> "UPDATE BUFFER";
            case 0x84 -> "GET CHALLENGE";
            case 0x87 -> "GENERAL AUTHENTICATE";
            case 0xA4 -> select(command);
            case 0xC0 -> "GET RESPONSE";
            case 0xCA, 0xCB -> "GET DATA";
            default -> "INS " + Hex.of(new byte[] {command[1]});
        };
    }

    /** Whether the data of this command are a PIN or PUK, whatever its class, parameters and form. */
    static boolean carriesSecret(byte[] command) {
        return command.length > 5 && (command[1] == 0x20 || command[1] == 0x24 || command[1] == 0x2C);
    }

    private static String select(byte[] command) {
        int end = Math.min(command.length, 5 + (command.length > 4 ? command[4] & 0xFF : 0));
        return command.length > 5 ? "SELECT " + Hex.of(Arrays.copyOfRange(command, 5, end)) : "SELECT";
    }
}
