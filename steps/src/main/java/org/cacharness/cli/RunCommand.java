package org.cacharness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cacharness.cli.RunRequest.BrowserKind;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.recording.Recorder;
import org.cacharness.recording.Recording;
import org.cacharness.recording.RecordingException;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code cac run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the scenarios and writes a report.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that ran passed",
            "1:a scenario failed, or a documented step has no scenario",
            "2:the command line or a file given to it is wrong; nothing ran",
            "3:a secret stands in a file that the run wrote",
            "4:nothing failed, but a scenario was refused to keep a card from harm",
            "5:nothing failed, but a scenario is flaky (--repeat-failed)",
            "70:the harness itself failed",
            "130:interrupted by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac run",
            "  ./cac run --tags \"@step-5-clear or @step-5-register\"",
            "  ./cac run --name \"^Ada registers\" --verbose",
            "  ./cac run features/7-confirmation.feature:9",
            "  ./cac run --dry-run",
            "  ./cac run --repeat 50 --order random",
            "  ./cac run --card virtual",
            "  ./cac run --card virtual --browser htmlunit --model dual --tags @step-7",
            "  ./cac run --fault pulled-during-sign --name \"^Ada registers\"",
            "  ./cac run --shard 2/5 --times last/run.json",
            "  ./cac run --grid http://localhost:4444 --browser chromium --threads 4",
            "  ./cac run --card auto --trust issuers.pem",
            "  ./cac run --portal https://localhost:8443/ --portal-description portal.yaml --accounts-file accounts",
            "  ./cac run --recording harbor-gate --tags @step-7"
        })
final class RunCommand implements Callable<Integer> {
    private final Harness offered;
    private final Workplace workplace;
    private final InstantSource clock;
    private final List<String> words;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description = "Feature files or folders, a file also with :line. Default: features")
    List<String> features = List.of();

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Only scenarios with these tags.")
    @Nullable
    String tags;

    @Option(names = "--name", paramLabel = "REGEX", description = "Only scenarios whose title contains this.")
    @Nullable
    Pattern name;

    @Option(names = "--dry-run", description = "Print the plan and the PIN presentations; start nothing.")
    boolean dryRun;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Scenarios at the same time. Default: 2, on one processor 1")
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Rounds. The report is of the first that failed, else of the last.")
    int repeat = 1;

    @Option(
            names = "--repeat-failed",
            paramLabel = "N",
            description =
                    "Repeat a scenario that failed up to N times; if it passes then, it is flaky. Not with real cards.")
    int repeatFailed;

    @Option(names = "--report", paramLabel = "DIR", description = "Where the report goes. Default: target/cac-report")
    @Nullable
    Path report;

    @Option(names = "--order", paramLabel = "ORDER", description = "defined (default) or random.")
    @Nullable
    Order order;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats a random order; it is printed by --order random.")
    @Nullable
    Long seed;

    @Option(names = "--stubs", paramLabel = "DIR", description = "Portal stubs instead of the built-in ones.")
    @Nullable
    Path stubs;

    @Option(names = "--personas", paramLabel = "PATH", description = "Personas instead of the built-in ones.")
    @Nullable
    Path personas;

    @Option(
            names = "--shard",
            paramLabel = "N/M",
            converter = Shard.Converter.class,
            description = "Only part N of M: one part on each machine. See 'cac report merge'.")
    Shard shard = Shard.ALL;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "run.json of an earlier run, so that parts take equally long; the same for all parts.")
    @Nullable
    Path times;

    @Option(
            names = "--card",
            paramLabel = "PATH",
            converter = CardPaths.class,
            description = "in-process (default); virtual: in a virtual reader, through PKCS#11; Linux. "
                    + "auto: in a real reader, if its card may be used, see docs/hardware.md.")
    CardPath card = CardPath.IN_PROCESS;

    @Option(
            names = "--browser",
            paramLabel = "BROWSER",
            converter = BrowserKinds.class,
            description =
                    "auto (default), htmlunit or chromium. auto: Chromium with --card virtual, if it is installed.")
    BrowserKind browser = BrowserKind.AUTO;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            converter = CardMake.Models.class,
            description = "What the simulated cards are: cac-only (default), dual: with the PIV application, or"
                    + " legacy-dual: as cards in the field behave.")
    CardMake.Model model = CardMake.Model.CAC_ONLY;

    @Option(names = "--headed", description = "Show the windows of Chromium; not with --card virtual.")
    boolean headed;

    @ArgGroup(exclusive = false, heading = "%nOn a Selenium Grid:%n", order = 97)
    GridOptions grid = new GridOptions();

    @ArgGroup(exclusive = false, heading = "%nWith --card auto:%n", order = 99)
    RealCardOptions realCard = new RealCardOptions();

    @Mixin
    FaultOptions faults = new FaultOptions();

    @ArgGroup(exclusive = false, heading = "%nAt a portal that is not ours:%n", order = 100)
    LivePortalOptions livePortal = new LivePortalOptions();

    @Option(
            names = "--recording",
            paramLabel = "DIR",
            description = "The portal as 'cac record' recorded it, in the mocked portal's place.")
    @Nullable
    Path recording;

    /** Listens to the portal, where the run is to be recorded; no option says so. */
    @Nullable
    Recorder recorder;

    /** Whether another process did it all, as some card paths need. */
    boolean ranElsewhere;

    @ArgGroup(exclusive = false, heading = "%nPersonal data:%n", order = 98)
    PrivacyOptions people = new PrivacyOptions();

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    @Option(
            names = "--no-color",
            description = "No colours; so also where NO_COLOR is set or the output is no terminal.")
    boolean noColour;

    /** The order of the scenarios. */
    enum Order {
        defined,
        random
    }

    /** Words of the command line for a card path. */
    static final class CardPaths implements ITypeConverter<CardPath> {
        @Override
        public CardPath convert(String word) {
            return switch (word) {
                case "in-process" -> CardPath.IN_PROCESS;
                case "virtual" -> CardPath.VIRTUAL;
                case "auto" -> CardPath.AUTO;
                default -> throw new TypeConversionException("expected in-process, virtual or auto, got " + word);
            };
        }
    }

    /** Words of the command line for a browser. */
    static final class BrowserKinds implements ITypeConverter<BrowserKind> {
        @Override
        public BrowserKind convert(String word) {
            return switch (word) {
                case "auto" -> BrowserKind.AUTO;
                case "htmlunit" -> BrowserKind.HTMLUNIT;
                case "chromium" -> BrowserKind.CHROMIUM;
                default -> throw new TypeConversionException("expected auto, htmlunit or chromium, got " + word);
            };
        }
    }

    RunCommand(Harness harness, Workplace workplace, InstantSource clock, List<String> words) {
        this.offered = harness;
        this.workplace = workplace;
        this.clock = clock;
        this.words = List.copyOf(words);
    }

    /** The command with its options, of which somebody else asks for the plan. */
    static RunCommand parsed(Harness harness, Workplace workplace, InstantSource clock, List<String> words) {
        RunCommand run = new RunCommand(harness, workplace, clock, words);
        new CommandLine(run).parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        return run;
    }

    /** What it would run. */
    Plan plan() throws BadInputException {
        RunRequest request = request();
        return Plan.of(
                FeatureSet.load(request.features(), workplace.workingDirectory()),
                request,
                offered.forRequest(request));
    }

    /** In what it would run. */
    String environment() throws BadInputException {
        return offered.forRequest(request()).environment();
    }

    /** How it would reach the card. */
    CardPath card() {
        return card;
    }

    @Override
    public Integer call() throws BadInputException, BrokenRunException, IOException {
        atLeastOne("--threads", threads);
        atLeastOne("--repeat", repeat);
        if (faults.list) {
            workplace.terminal(!noColour).out().print(FaultOptions.listed(offered.faults()));
            workplace.terminal(!noColour).out().flush();
            return ExitCode.PASSED;
        }
        atLeast("--repeat-failed", 0, repeatFailed);
        if (repeatFailed > 0 && card == CardPath.AUTO) {
            throw new BadInputException("--repeat-failed: expected simulated cards, got --card auto: "
                    + "what was sent to a real card is not sent again; leave the option away");
        }
        Privacy privacy = people.privacy(card);
        RunRequest request = request();
        Harness harness = offered.forRequest(request);
        FeatureSet set = FeatureSet.load(request.features(), workplace.workingDirectory());
        Plan plan = Plan.of(set, request, harness);
        harness.check(request);
        harness.checkAgainst(request, plan.sentences());
        if (request.realCard() != null) {
            new RealCardPlan(plan).print(workplace.terminal(!noColour).out());
        }
        if (request.dryRun()) {
            tellPortal(request, plan);
            new PlanPrinter(workplace.terminal(!noColour)).print(plan, harness.environment());
            return ExitCode.PASSED;
        }
        OptionalInt elsewhere = harness.runElsewhere(workplace.home(), words);
        if (elsewhere.isPresent()) {
            ranElsewhere = true;
            return elsewhere.getAsInt();
        }
        tellPortal(request, plan);
        return settled(set, request, harness, privacy);
    }

    private void tellPortal(RunRequest request, Plan plan) {
        LivePortalRequest live = request.live();
        if (live != null) {
            new LivePortalPlan(live, plan).print(workplace.terminal(!noColour).out());
        }
    }

    /** With a real card, another plan may hold than without one. */
    private int settled(FeatureSet set, RunRequest request, Harness harness, Privacy privacy)
            throws BadInputException, BrokenRunException, IOException {
        Terminal terminal = workplace.terminal(!noColour);
        Harness settled = harness.settle(request, line -> {
            terminal.out().println(line);
            terminal.out().flush();
        });
        try {
            Plan plan = Plan.of(set, request, settled);
            return new Rounds(plan, request, settled, workplace, terminal, clock, words, privacy).run();
        } finally {
            settled.release();
        }
    }

    private RunRequest request() throws BadInputException {
        LivePortalRequest portal = livePortal.request(workplace, recorder);
        requireOnePortal(portal);
        long drawn = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        boolean random = order == Order.random || (order == null && seed != null);
        List<String> paths = features.isEmpty()
                ? List.of(workplace.home().resolve("features").toString())
                : features;
        Path target =
                report == null ? workplace.home().resolve("target").resolve("cac-report") : workplace.resolve(report);
        return new RunRequest(
                paths,
                tags,
                name,
                dryRun,
                // All cards of a private pcscd are in its two readers, a real card is one card, an account there is one
                // account
                card == CardPath.IN_PROCESS && portal == null ? threads : 1,
                repeat,
                repeatFailed,
                target,
                drawn,
                random,
                existing("--stubs", stubs),
                existing("--personas", personas),
                shard,
                existing("--times", times),
                card,
                card == CardPath.AUTO ? realCard.request(workplace) : null,
                browser,
                model,
                faults.fault,
                headed,
                grid.request(browser, card, headed, portal != null),
                portal,
                recorded(),
                verbose);
    }

    private void requireOnePortal(@Nullable LivePortalRequest portal) throws BadInputException {
        if (Stream.of(portal, stubs, recording).filter(Objects::nonNull).count() > 1) {
            throw new BadInputException("--portal, --stubs, --recording: expected one of them, got several");
        }
    }

    private @Nullable Recording recorded() throws BadInputException {
        Path folder = existing("--recording", recording);
        try {
            return folder == null ? null : Recording.read(folder, String.valueOf(recording));
        } catch (RecordingException bad) {
            throw new BadInputException(String.valueOf(bad.getMessage()), bad);
        }
    }

    private @Nullable Path existing(String option, @Nullable Path given) throws BadInputException {
        if (given == null) {
            return null;
        }
        Path path = workplace.resolve(given);
        if (!Files.isReadable(path)) {
            throw new BadInputException(
                    option + ": expected something that can be read, got " + given + ": check the path");
        }
        return path;
    }

    private void atLeastOne(String option, int value) {
        atLeast(option, 1, value);
    }

    private void atLeast(String option, int least, int value) {
        if (value < least) {
            CommandSpec known = java.util.Objects.requireNonNull(spec, "picocli sets it");
            throw new ParameterException(
                    known.commandLine(), option + ": expected " + least + " or more, got " + value);
        }
    }
}
