package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.recording.Recorder;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RecordedScenario;
import org.cacharness.report.ReportFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac record}. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs scenarios at a portal that is not ours, and records what it says, for 'cac run --recording'.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that ran passed, and the recording is written",
            "1:a scenario failed; the others are recorded",
            "2:the command line or a file given to it is wrong; nothing was sent or written",
            "3:a secret stands in what was written; there is no recording",
            "70:the harness itself failed; there is no recording",
            "130:interrupted by Ctrl-C; there is no recording"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac record --portal https://portal.test.example/ --portal-description portal.yaml \\",
            "      --accounts-file accounts --out portal-recording",
            "  ./cac record … --card auto --pin-file pin --browser chromium",
            "  ./cac run --recording portal-recording --report replayed",
            "  ./cac compare target/cac-report replayed"
        })
final class RecordCommand implements Callable<Integer> {
    /** Registration, from the prompts to the confirmation. */
    static final String REGISTRATION =
            "@step-5-register or @step-6-certificate or @step-6-pin or @step-6-password or @step-7";

    private final Harness harness;
    private final Workplace workplace;
    private final InstantSource clock;
    private final List<String> words;

    @Parameters(
            paramLabel = "PATH",
            description = "Feature files or folders, a file also with :line. Default: features")
    List<String> features = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the recording goes: a folder that is not there yet, or empty.")
    Path out = Path.of("");

    @Option(
            names = "--tags",
            paramLabel = "EXPRESSION",
            description = "Only scenarios with these tags. Default: those of registration, " + REGISTRATION)
    @Nullable
    String tags;

    @Option(names = "--name", paramLabel = "REGEX", description = "Only scenarios whose title contains this.")
    @Nullable
    Pattern name;

    @Option(
            names = "--card",
            paramLabel = "PATH",
            converter = EquipmentOptions.CardPaths.class,
            description = "in-process (default), virtual, or auto: a real card, as 'cac run' has them.")
    CardPath card = CardPath.IN_PROCESS;

    @Option(
            names = "--browser",
            paramLabel = "BROWSER",
            converter = EquipmentOptions.BrowserKinds.class,
            description = "htmlunit (default), or chromium, which reaches the card through the TLS bridge.")
    BrowserKind browser = BrowserKind.HTMLUNIT;

    @ArgGroup(exclusive = false, heading = "%nWith --card auto:%n", order = 99)
    RealCardOptions realCard = new RealCardOptions();

    @Option(names = "--dry-run", description = "Print the plan; send nothing.")
    boolean dryRun;

    @Option(names = "--report", paramLabel = "DIR", description = "Where the report goes. Default: target/cac-report")
    @Nullable
    Path report;

    @ArgGroup(exclusive = false, multiplicity = "1", heading = "%nThe portal:%n")
    LivePortalOptions livePortal = new LivePortalOptions();

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    RecordCommand(Harness harness, Workplace workplace, InstantSource clock, List<String> words) {
        this.harness = harness;
        this.workplace = workplace;
        this.clock = clock;
        this.words = List.copyOf(words);
    }

    @Override
    public Integer call() throws BadInputException, BrokenRunException, IOException {
        Path target = workplace.resolve(out);
        requireNothingThere(target);
        Recorder recorder = new Recorder();
        RunCommand run = run(recorder);
        int code = run.call();
        boolean ran = code != ExitCode.BAD_INPUT && code != ExitCode.LEAK && code != ExitCode.BROKEN;
        return dryRun || !ran || run.ranElsewhere ? code : write(recorder, run, target, code);
    }

    private RunCommand run(Recorder recorder) {
        RunCommand run = new RunCommand(harness, workplace, clock, words);
        run.scenarios.features = features;
        run.scenarios.tags = tags == null && name == null && features.isEmpty() ? REGISTRATION : tags;
        run.scenarios.name = name;
        run.equipment.card = card;
        run.equipment.browser = browser;
        run.equipment.realCard = realCard;
        run.dryRun = dryRun;
        run.report = report == null ? workplace.home().resolve("target").resolve("cac-report") : report;
        run.portal.live = livePortal;
        run.portal.recorder = recorder;
        run.verbose = verbose;
        return run;
    }

    private void requireNothingThere(Path target) throws BadInputException, IOException {
        if (!Files.exists(target)) {
            return;
        }
        boolean empty = false;
        if (Files.isDirectory(target)) {
            try (Stream<Path> content = Files.list(target)) {
                empty = content.findAny().isEmpty();
            }
        }
        if (!empty) {
            throw new BadInputException("--out: expected a folder that is empty or not there yet, got " + out
                    + ": nothing is overwritten; give another one, or delete it");
        }
    }

    private int write(Recorder recorder, RunCommand run, Path target, int code) throws BadInputException, IOException {
        try (ReportFolder folder = open(target)) {
            Recorder.Outcome outcome = recorder.write(
                    folder.path(),
                    workplace.version(),
                    workplace.resolve(Objects.requireNonNull(livePortal.description, "a run at a portal has one")),
                    passed(workplace.resolve(Objects.requireNonNull(run.report, "set above"))));
            if (!outcome.leaks().isEmpty()) {
                return leaked(outcome);
            }
            folder.publish();
            print(outcome, target);
            return code;
        }
    }

    private static ReportFolder open(Path target) throws BadInputException {
        try {
            return ReportFolder.open(target, "recording.json", "--out");
        } catch (IOException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Set<String> passed(Path report) throws IOException {
        return RecordedRun.read(Files.readAllBytes(report.resolve(ReportFolder.MARK))).scenarios().stream()
                .filter(scenario -> scenario.result().equals("passed"))
                .map(RecordedScenario::name)
                .collect(Collectors.toSet());
    }

    private int leaked(Recorder.Outcome outcome) {
        PrintWriter err = workplace.err();
        err.println("Record: expected nobody and nothing secret in the recording, got "
                + outcome.leaks().size() + " places; it was deleted");
        outcome.leaks().stream().limit(50).forEach(leak -> err.println("  " + leak));
        err.flush();
        return ExitCode.LEAK;
    }

    private void print(Recorder.Outcome outcome, Path target) {
        PrintWriter lines = workplace.coloured().out();
        outcome.obstacles().forEach((title, why) -> lines.println("Not recorded: " + title + ": " + why));
        lines.println("Recording: " + target + ": " + outcome.recorded() + " scenarios, " + outcome.stubs() + " stubs, "
                + outcome.obstacles().size() + " not recorded");
        lines.flush();
    }
}
