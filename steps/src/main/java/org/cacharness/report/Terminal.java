package org.cacharness.report;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * Where a run is watched: a screen, or the log of a machine.
 *
 * @param out where lines go
 * @param interactive whether a line can be drawn again
 * @param colours whether colours are wanted
 * @param unicode whether marks beyond ASCII can be shown
 * @param width columns
 */
public record Terminal(PrintWriter out, boolean interactive, boolean colours, boolean unicode, int width) {
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 40;

    /** What is known of the terminal of this process. The launcher says by {@code cac.terminal} and {@code cac.columns}. */
    public static Terminal detect(
            OutputStream stdout, Properties properties, Map<String, String> environment, boolean colourWanted) {
        boolean interactive =
                Boolean.parseBoolean(properties.getProperty("cac.terminal", Boolean.toString(hasConsole())));
        boolean colours = interactive
                && colourWanted
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        Charset charset = charset(properties);
        PrintWriter out = new PrintWriter(stdout, true, charset);
        return new Terminal(out, interactive, colours, canShowMarks(charset), columns(properties, environment));
    }

    /** A terminal that is a log: no colours, nothing drawn again. */
    public static Terminal log(PrintWriter out) {
        return new Terminal(out, false, false, true, USUAL_WIDTH);
    }

    /** The same without colours. */
    public Terminal plain() {
        return new Terminal(out, interactive, false, unicode, width);
    }

    /** The text in the colour of an outcome, if colours are wanted. */
    public String coloured(Outcome outcome, String text) {
        return switch (outcome) {
            case PASSED -> paint("32", text);
            case FAILED -> paint("31;1", text);
            case FLAKY -> paint("35;1", text);
            case REFUSED -> paint("33;1", text);
            case NOT_RUN -> paint("90", text);
        };
    }

    /** The text in bold letters, if colours are wanted. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** The text in grey, if colours are wanted. */
    public String faint(String text) {
        return paint("90", text);
    }

    /** A mark of one column for an outcome. */
    public String mark(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> unicode ? "✔" : "+";
            case FAILED -> unicode ? "✘" : "x";
            case FLAKY -> unicode ? "≈" : "~";
            case REFUSED -> unicode ? "⊘" : "!";
            case NOT_RUN -> unicode ? "○" : "-";
        };
    }

    /** The text cut to a number of columns; in a log it stays whole. */
    public String cut(String text, int columns) {
        String rest = unicode ? "…" : "...";
        return !interactive || text.length() <= columns
                ? text
                : text.substring(0, Math.max(0, columns - rest.length())) + rest;
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    // On JDK 17 to 21 null says that there is no terminal; on newer ones isTerminal() says so.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        if (System.console() == null) {
            return false;
        }
        try {
            Object terminal = java.io.Console.class.getMethod("isTerminal").invoke(System.console());
            return Boolean.TRUE.equals(terminal);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    @SuppressWarnings("SystemConsoleNull")
    private static Charset charset(Properties properties) {
        boolean windows = properties.getProperty("os.name", "").startsWith("Windows");
        return windows && System.console() != null ? System.console().charset() : StandardCharsets.UTF_8;
    }

    private static boolean canShowMarks(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("✔✘⊘○…");
    }

    private static int columns(Properties properties, Map<String, String> environment) {
        String text = properties.getProperty("cac.columns", environment.getOrDefault("COLUMNS", ""));
        return text.matches("[1-9]\\d{0,3}") ? Math.max(NARROWEST, Integer.parseInt(text)) : USUAL_WIDTH;
    }
}
