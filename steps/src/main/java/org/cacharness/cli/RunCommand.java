package org.cacharness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    SelectionOptions scenarios = new SelectionOptions();

    @Mixin
    CourseOptions course = new CourseOptions();

    @Mixin
    EquipmentOptions equipment = new EquipmentOptions();

    @Mixin
    PortalOptions portal = new PortalOptions();

    @Option(names = "--dry-run", description = "Print the plan and the PIN presentations; start nothing.")
    boolean dryRun;

    @Option(names = "--report", paramLabel = "DIR", description = "Where the report goes. Default: target/cac-report")
    @Nullable
    Path report;

    @ArgGroup(exclusive = false, heading = "%nPersonal data:%n", order = 98)
    PrivacyOptions people = new PrivacyOptions();

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    @Option(
            names = "--no-color",
            description = "No colours; so also where NO_COLOR is set or the output is no terminal.")
    boolean noColour;

    /** Whether another process did it all, as some card paths need. */
    boolean ranElsewhere;

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
        return Plan.of(features(request), request, offered.forRequest(request));
    }

    /** In what it would run. */
    String environment() throws BadInputException {
        return offered.forRequest(request()).environment();
    }

    /** How it would reach the card. */
    CardPath card() {
        return equipment.card;
    }

    @Override
    public Integer call() throws BadInputException, BrokenRunException, IOException {
        return equipment.faults.list ? listFaults() : run(request());
    }

    private int listFaults() {
        Terminal terminal = terminal();
        terminal.out().print(FaultOptions.listed(offered.faults()));
        terminal.out().flush();
        return ExitCode.PASSED;
    }

    private int run(RunRequest request) throws BadInputException, BrokenRunException, IOException {
        Privacy privacy = people.privacy(card());
        Harness harness = offered.forRequest(request);
        FeatureSet set = features(request);
        Plan plan = Plan.of(set, request, harness);
        harness.check(request);
        harness.checkAgainst(request, plan.sentences());
        if (request.equipment().realCard() != null) {
            new RealCardPlan(plan).print(terminal().out());
        }
        if (request.dryRun()) {
            tellPortal(request, plan);
            new PlanPrinter(terminal()).print(plan, harness.environment());
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
        LivePortalRequest live = request.portal().live();
        if (live != null) {
            new LivePortalPlan(live, plan).print(terminal().out());
        }
    }

    /** With a real card, another plan may hold than without one. */
    private int settled(FeatureSet set, RunRequest request, Harness harness, Privacy privacy)
            throws BadInputException, BrokenRunException, IOException {
        Terminal terminal = terminal();
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

    private Terminal terminal() {
        return workplace.terminal(!noColour);
    }

    private FeatureSet features(RunRequest request) throws BadInputException {
        return FeatureSet.load(request.selection().features(), workplace.workingDirectory());
    }

    private RunRequest request() throws BadInputException {
        PortalRequest at = portal.portal(workplace);
        boolean live = at.live() != null;
        // All cards of a private pcscd are in its two readers, a real card is one card, an account there is one account
        boolean alone = card() != CardPath.IN_PROCESS || live;
        return new RunRequest(
                scenarios.selection(workplace),
                course.course(card(), alone),
                equipment.equipment(workplace, live),
                at,
                dryRun,
                report == null ? workplace.home().resolve("target").resolve("cac-report") : workplace.resolve(report),
                verbose);
    }
}
