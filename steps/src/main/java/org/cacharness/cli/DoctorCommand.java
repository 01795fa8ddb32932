package org.cacharness.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cacharness.report.Outcome;
import org.cacharness.report.Terminal;
import picocli.CommandLine.Command;

/** {@code cac doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine can run, and what to do about the rest. It changes nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the embedded path (./cac run) can run", "1:it cannot; the lines marked BAD say why"})
final class DoctorCommand implements Callable<Integer> {
    private final Machine machine;
    private final Terminal terminal;

    DoctorCommand(Workplace workplace) {
        this(new ThisMachine(workplace.home()), workplace.coloured());
    }

    DoctorCommand(Machine machine, Terminal terminal) {
        this.machine = machine;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(machine).findings();
        findings.forEach(this::print);
        boolean able = findings.stream().noneMatch(finding -> finding.mark() == Finding.Mark.BAD);
        PrintWriter out = terminal.out();
        out.println();
        out.println(
                able
                        ? "The embedded path can run: ./cac run"
                        : "The embedded path cannot run: see the lines marked BAD");
        out.flush();
        return able ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private void print(Finding finding) {
        String mark = switch (finding.mark()) {
            case OK -> terminal.coloured(Outcome.PASSED, "ok  ");
            case ABSENT -> terminal.coloured(Outcome.NOT_RUN, "--  ");
            case ATTENTION -> terminal.coloured(Outcome.REFUSED, "look");
            case BAD -> terminal.coloured(Outcome.FAILED, "BAD ");
        };
        terminal.out()
                .println(mark + "  " + String.format(Locale.ROOT, "%-18s", finding.what()) + " " + finding.found());
        if (!finding.advice().isEmpty()) {
            terminal.out().println(" ".repeat(25) + terminal.faint("-> " + finding.advice()));
        }
    }
}
