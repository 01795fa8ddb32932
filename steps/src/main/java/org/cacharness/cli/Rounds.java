package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.report.CodeHash;
import org.cacharness.report.DocumentedStep;
import org.cacharness.report.Outcome;
import org.cacharness.report.Progress;
import org.cacharness.report.ReportFolder;
import org.cacharness.report.RunFact;
import org.cacharness.report.RunFacts;
import org.cacharness.report.RunResult;
import org.cacharness.report.Summary;
import org.cacharness.report.Terminal;
import org.cacharness.secrets.Leak;

/** Runs a plan as often as was asked, prints what comes of it, and keeps one report. */
final class Rounds {
    private final Plan plan;
    private final RunRequest request;
    private final Harness harness;
    private final Workplace workplace;
    private final Terminal terminal;
    private final InstantSource clock;
    private final List<String> command;
    private final Privacy privacy;
    private long passed;
    private long failed;
    private long flaky;
    private long refused;
    private long notRun;
    private boolean failureKept;

    Rounds(
            Plan plan,
            RunRequest request,
            Harness harness,
            Workplace workplace,
            Terminal terminal,
            InstantSource clock,
            List<String> command,
            Privacy privacy) {
        this.plan = plan;
        this.request = request;
        this.harness = harness;
        this.workplace = workplace;
        this.terminal = terminal;
        this.clock = clock;
        this.command = command;
        this.privacy = privacy;
    }

    /** Runs all rounds; a leak ends them. */
    int run() throws BadInputException, BrokenRunException, IOException {
        if (request.course().randomOrder()) {
            terminal.out().println("Order: random, --seed " + request.course().seed() + " repeats it");
        }
        if (harness.hasRealPeople()) {
            terminal.out().println("Personal data: " + privacy.fact(true));
        }
        Progress progress = new Progress(
                terminal, clock, plan.selected().size() * request.course().rounds());
        for (int number = 1; number <= request.course().rounds(); number++) {
            try (ReportFolder report = open(request.report());
                    Interruption interruption = Interruption.watch(report, terminal)) {
                List<Leak> leaks = round(number, report, progress);
                if (!leaks.isEmpty()) {
                    progress.end();
                    return leaked(leaks);
                }
            }
        }
        return end();
    }

    private List<Leak> round(int number, ReportFolder report, Progress progress)
            throws BrokenRunException, IOException {
        RunFacts facts = facts(number);
        Round.Outcome outcome = new Round(plan, request, harness, facts, clock, privacy.hides(harness.hasRealPeople()))
                .run(report, new UntilInterrupted(progress));
        RunResult result = outcome.result();
        passed += result.count(Outcome.PASSED);
        failed += result.count(Outcome.FAILED);
        flaky += result.count(Outcome.FLAKY);
        refused += result.count(Outcome.REFUSED);
        notRun += result.count(Outcome.NOT_RUN);
        boolean bad = result.count(Outcome.FAILED) + result.count(Outcome.FLAKY) > 0;
        if (outcome.leaks().isEmpty()
                && !failureKept
                && (bad || number == request.course().rounds())) {
            progress.end();
            failureKept = bad;
            report.publish();
            new Summary(terminal, workplace.launcher(), request.verbose()).print(result);
        }
        return outcome.leaks();
    }

    private static ReportFolder open(Path target) throws BadInputException {
        try {
            return ReportFolder.open(target);
        } catch (IOException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private int end() {
        PrintWriter out = terminal.out();
        List<DocumentedStep> uncovered = plan.uncovered();
        out.println();
        for (DocumentedStep step : uncovered) {
            out.println(terminal.coloured(
                    Outcome.FAILED,
                    "no scenario covers " + step.id() + " (" + step.text() + "): tag one with " + step.id()));
        }
        if (request.course().rounds() > 1) {
            out.println(request.course().rounds() + " rounds"
                    + (failureKept ? "; the report is of the first that failed" : ""));
        }
        out.println("Report: " + request.report().resolve("index.html"));
        new Summary(terminal, workplace.launcher(), request.verbose()).counts(passed, failed, flaky, refused, notRun);
        if (failed > 0 || !uncovered.isEmpty()) {
            return ExitCode.FAILED;
        }
        if (flaky > 0) {
            return ExitCode.FLAKY;
        }
        return refused > 0 ? ExitCode.REFUSED : ExitCode.PASSED;
    }

    private int leaked(List<Leak> leaks) {
        PrintWriter err = workplace.err();
        err.println("Secret leak: " + leaks.size()
                + " in what the run wrote; the report was deleted, an earlier one is kept");
        leaks.stream().limit(50).forEach(leak -> err.println("  " + within(leak)));
        err.println("Mask it where it is written: every secret is registered, and Secrets.mask knows it");
        if (leaks.stream().anyMatch(leak -> leak.kind().isPersonal())) {
            err.println("A person's data count as secrets here: --reveal REASON, with --card auto, shows them");
        }
        err.flush();
        return ExitCode.LEAK;
    }

    /** The file's name within the report: the folder that it stood in is gone. */
    private static String within(Leak leak) {
        String text = leak.toString();
        int folder = text.indexOf(ReportFolder.UNFINISHED);
        return folder < 0
                ? text
                : text.substring(Math.max(folder, text.indexOf(java.io.File.separatorChar, folder) + 1));
    }

    private RunFacts facts(int number) {
        List<RunFact> identity = new ArrayList<>(ownFacts());
        identity.add(new RunFact("Round", number + " of " + request.course().rounds()));
        identity.add(new RunFact(RunFact.PERSONAL_DATA, privacy.fact(harness.hasRealPeople())));
        identity.addAll(harness.facts(request));
        return new RunFacts(
                harness.environment(),
                workplace.version(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                request.course().randomOrder() ? "random" : "defined",
                request.course().seed() + number - 1,
                request.course().threads(),
                command,
                identity);
    }

    private static List<RunFact> ownFacts() {
        return List.of(
                new RunFact(RunFact.BUILD, CodeHash.of(Rounds.class)),
                new RunFact(
                        RunFact.SYSTEM,
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                                + System.getProperty("os.arch")),
                new RunFact(RunFact.JAVA, System.getProperty("java.vm.name") + " " + Runtime.version()));
    }
}
