package org.cacharness.cli;

import java.io.Writer;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Picks the seconds out of the lines that a run says of its scenarios, as they come. */
final class ScenarioTimes extends Writer {
    private static final Pattern LINE = Pattern.compile("^\\s*\\d+/\\d+\\s+\\w+\\s+([0-9.]+) s\\s.*");

    private final DoubleConsumer listener;
    private final StringBuilder line = new StringBuilder();

    ScenarioTimes(DoubleConsumer listener) {
        this.listener = listener;
    }

    @Override
    public void write(char[] text, int from, int length) {
        for (int at = from; at < from + length; at++) {
            if (text[at] == '\n') {
                end();
            } else {
                line.append(text[at]);
            }
        }
    }

    private void end() {
        Matcher scenario = LINE.matcher(line.toString().strip());
        line.setLength(0);
        if (scenario.matches()) {
            listener.accept(Double.parseDouble(scenario.group(1)));
        }
    }

    @Override
    public void flush() {
        // A line counts when it is complete
    }

    @Override
    public void close() {
        // Nothing is held
    }
}
