package org.cacharness.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person reads when the run has ended. */
public final class Summary {
    private static final int REASON_LINES = 12;
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.\\[\\]{}()*+?^$|]");

    private final Terminal terminal;
    private final String launcher;
    private final boolean traces;

    /**
     * Prepares to print.
     *
     * @param terminal where
     * @param launcher how the command is called here, for example {@code ./cac}
     * @param traces whether stack traces are wanted
     */
    public Summary(Terminal terminal, String launcher, boolean traces) {
        this.terminal = terminal;
        this.launcher = launcher;
        this.traces = traces;
    }

    /** The table by documented step, then what went wrong, then what no scenario covers. */
    public void print(RunResult run) {
        table(run.traceability());
        int number = 1;
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.FLAKY, Outcome.REFUSED)) {
            for (ScenarioResult result : run.with(outcome)) {
                problem(number++, result, run.scenarios());
            }
        }
        terminal.out().flush();
    }

    /** The last lines: the counts, alone on their line, for people and scripts. */
    public void counts(long passed, long failed, long flaky, long refused, long notRun) {
        if (flaky > 0) {
            terminal.out()
                    .println(terminal.coloured(
                            Outcome.FLAKY,
                            flaky + " flaky: failed, and passed when repeated; neither passed nor failed"));
        }
        if (refused + notRun > 0) {
            terminal.out().println(refused + " refused, " + notRun + " not run");
        }
        Outcome colour = failed > 0 ? Outcome.FAILED : Outcome.PASSED;
        terminal.out().println(terminal.coloured(colour, passed + " passed, " + failed + " failed"));
        terminal.out().flush();
    }

    private void table(Traceability traceability) {
        if (traceability.rows().isEmpty()) {
            return;
        }
        PrintWriter out = terminal.out();
        int width = traceability.rows().stream()
                .mapToInt(row -> row.step().id().length())
                .max()
                .orElse(0);
        String format = "%-" + width + "s %6s %6s %7s %7s  ";
        out.println();
        out.println(terminal.bold("  "
                + String.format(Locale.ROOT, format, "step", "passed", "failed", "refused", "not run")
                + traceability.environment()));
        for (Traceability.Row row : traceability.rows()) {
            String counts = String.format(
                    Locale.ROOT,
                    format,
                    row.step().id(),
                    count(row, Outcome.PASSED),
                    count(row, Outcome.FAILED),
                    count(row, Outcome.REFUSED),
                    count(row, Outcome.NOT_RUN));
            String what = row.reason()
                    .map(reason -> row.step().text() + " (" + reason + ")")
                    .orElse(row.step().text());
            out.println(terminal.coloured(row.outcome(), terminal.mark(row.outcome()) + " " + counts)
                    + terminal.cut(what, Math.max(30, terminal.width() - counts.length() - 3)));
        }
    }

    private static String count(Traceability.Row row, Outcome outcome) {
        return row.count(outcome) == 0 ? "." : Long.toString(row.count(outcome));
    }

    private void problem(int number, ScenarioResult result, List<ScenarioResult> all) {
        PrintWriter out = terminal.out();
        PlannedScenario scenario = result.scenario();
        out.println();
        out.println(terminal.coloured(
                result.outcome(), number + ") " + result.outcome().words() + ": " + scenario.name()));
        out.println("   where   " + scenario.location());
        result.culprit().ifPresent(step -> out.println("   step    " + step.sentence() + place(scenario, step)));
        String reason = result.reason() == null ? "no reason given" : result.reason();
        reason.lines()
                .filter(line -> !line.isBlank())
                .limit(REASON_LINES)
                .forEach(line -> out.println("           " + line));
        out.println("   alone   " + terminal.bold(alone(scenario, all)));
        if (traces) {
            result.culprit().map(StepResult::trace).ifPresent(out::println);
        }
    }

    private static String place(PlannedScenario scenario, StepResult step) {
        return step.line() == 0 ? "" : "  (" + scenario.path() + ":" + step.line() + ")";
    }

    /** By its name, if that tells it from the others, else by its line. */
    private String alone(PlannedScenario scenario, List<ScenarioResult> all) {
        long namesakes = all.stream()
                .filter(other -> other.scenario().name().equals(scenario.name()))
                .count();
        return launcher + " run "
                + (namesakes == 1
                        ? "--name "
                                + quoted("^" + SPECIAL.matcher(scenario.name()).replaceAll("\\\\$0") + "$")
                        : quoted(scenario.location()));
    }

    private static String quoted(String word) {
        boolean windows = java.io.File.separatorChar == '\\';
        return windows ? "\"" + word + "\"" : "'" + word.replace("'", "'\\''") + "'";
    }
}
