package org.cacharness.cli;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A process that is given a PIN as {@code cac run} is, and tells what it got without telling the PIN.
 *
 * <p>Arguments: {@code terminal}, or {@code fd} and a number. Prints the PIN's length and the exclusive or of its characters, then its own
 * arguments and environment as the kernel shows them to others.
 */
final class PinSourceProcess {
    private PinSourceProcess() {}

    public static void main(String... arguments) throws Exception {
        try {
            PinSource source = arguments[0].equals("fd")
                    ? PinSources.descriptor(Integer.parseInt(arguments[1]))
                    : PinSources.terminal(System.console());
            System.out.println("got " + source.read("the CAC 4711").map(PinSourceProcess::mark));
            System.out.println("got then " + (arguments[0].equals("fd") ? source.read("the CAC 4711") : "-"));
        } catch (BadInputException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
        for (String shown : List.of("cmdline", "environ")) {
            System.out.println(shown + " "
                    + new String(
                            java.nio.file.Files.readAllBytes(java.nio.file.Path.of("/proc/self", shown)),
                            java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        System.out.println("end");
    }

    static Optional<String> markOf(String pin) {
        return Optional.of(mark(pin.toCharArray()));
    }

    private static String mark(char[] pin) {
        int sum = 0;
        for (char digit : pin) {
            sum = 31 * sum + digit;
        }
        String mark = pin.length + " digits, " + HexFormat.of().toHexDigits(sum);
        Arrays.fill(pin, '\0');
        return mark;
    }
}
