package org.cacharness.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Says while the run goes on how far it is: a bar that is drawn again on a terminal, else a line for each scenario.
 *
 * <p>It draws when something happens and has no thread of its own.
 */
public final class Progress implements RunListener {
    private static final int BAR = 20;
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final InstantSource clock;
    private final java.time.Instant began;
    private final int total;
    private int done;
    private boolean failed;

    /** Progress towards a number of scenarios. */
    public Progress(Terminal terminal, InstantSource clock, int total) {
        this.terminal = terminal;
        this.clock = clock;
        this.began = clock.instant();
        this.total = total;
    }

    @Override
    public synchronized void started(PlannedScenario scenario) {
        if (terminal.interactive()) {
            draw(scenario.name());
        }
    }

    @Override
    public synchronized void finished(ScenarioResult result) {
        done++;
        failed |= result.outcome() == Outcome.FAILED;
        if (!terminal.interactive()) {
            terminal.out().println(line(result));
            terminal.out().flush();
            return;
        }
        if (result.outcome() != Outcome.PASSED) {
            String line = terminal.cut(terminal.mark(result.outcome()) + " " + line(result), terminal.width() - 1);
            terminal.out().println(CLEAR + terminal.coloured(result.outcome(), line));
        }
        draw(result.scenario().name());
    }

    /** Takes the bar away. */
    public synchronized void end() {
        if (terminal.interactive()) {
            terminal.out().print(CLEAR);
            terminal.out().flush();
        }
    }

    private String line(ScenarioResult result) {
        return String.format(
                Locale.ROOT,
                "%" + Integer.toString(total).length() + "d/%d  %-7s  %6.2f s  %s",
                done,
                total,
                result.outcome().words(),
                result.duration().toMillis() / 1000.0,
                result.scenario().name());
    }

    private void draw(String name) {
        int filled = total == 0 ? BAR : BAR * done / total;
        String bar = "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
        String rest = " " + done + "/" + total + "  " + clock(Duration.between(began, clock.instant())) + "  ";
        int room = terminal.width() - bar.length() - rest.length() - 1;
        Outcome colour = failed ? Outcome.FAILED : Outcome.PASSED;
        terminal.out().print(CLEAR + terminal.coloured(colour, bar) + rest + terminal.cut(name, room));
        terminal.out().flush();
    }

    /** Minutes and seconds. */
    static String clock(Duration duration) {
        return String.format(Locale.ROOT, "%02d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }
}
