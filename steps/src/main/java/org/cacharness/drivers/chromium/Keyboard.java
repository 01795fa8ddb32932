package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The keyboard of one screen, by xdotool.
 *
 * <p>What is typed goes through xdotool's standard input and never stands on a command line, where every user of the machine could
 * read a PIN. The JDK's own Robot knows one screen for a JVM, the one that it was started with.
 */
final class Keyboard {
    private static final long LIMIT_SECONDS = 5;
    private static final byte[] PRESS = "key --delay 2 ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENTER = "Return\n".getBytes(StandardCharsets.US_ASCII);

    private final String xdotool;
    private final Map<String, String> screen;

    /**
     * Stands in front of a screen.
     *
     * @param screen what a program needs in its environment to reach it
     */
    Keyboard(ChromiumPrograms programs, Map<String, String> screen) {
        this.xdotool = programs.path("xdotool");
        this.screen = Map.copyOf(screen);
    }

    /** The name of the window that has the keyboard, or an empty text. */
    String focusedWindow() {
        return told("getwindowfocus getwindowname\n".getBytes(StandardCharsets.US_ASCII))
                .strip();
    }

    /** Presses keys, by their X names. */
    void press(List<String> keys) {
        told(("key --delay 2 " + String.join(" ", keys) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Types digits, and the return key. The line that holds them is zeroed. */
    void enter(char[] digits) {
        byte[] line = new byte[PRESS.length + 2 * digits.length + ENTER.length];
        System.arraycopy(PRESS, 0, line, 0, PRESS.length);
        for (int i = 0; i < digits.length; i++) {
            line[PRESS.length + 2 * i] = (byte) digits[i];
            line[PRESS.length + 2 * i + 1] = ' ';
        }
        System.arraycopy(ENTER, 0, line, PRESS.length + 2 * digits.length, ENTER.length);
        try {
            told(line);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    /** A window that closes meanwhile makes xdotool fail, which is no error: whoever asked looks again. */
    private String told(byte[] line) {
        ProcessBuilder builder = new ProcessBuilder(xdotool, "-").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(screen);
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(line);
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("xdotool: could not be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
