package org.cacharness.cli;

import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cac}: the subcommands, and how errors are told. */
@Command(
        name = "cac",
        mixinStandardHelpOptions = true,
        version = "CAC Registration Harness " + Main.VERSION,
        description =
                "Registers Common Access Cards with a portal account, as the documented procedure says, and checks it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac run                  the whole procedure, with a simulated card and portal",
            "  ./cac run --tags @step-5-clear",
            "  ./cac record --out DIR …   what a portal says, for ./cac run --recording DIR",
            "  ./cac portal               the mocked portal alone, for your own browser",
            "  ./cac card                 a simulated card in a virtual reader, for your own programs",
            "  ./cac report merge a b     one report of several",
            "  ./cac evidence             packs the last run's report as signed evidence",
            "  ./cac compare RUN1 RUN2    what differs between two runs",
            "  ./cac certify DIR          leads through a certification, up to the signed evidence",
            "  ./cac bench threads        what a second thread is worth",
            "  ./cac doctor               what this machine can run"
        })
final class CacCommand implements Runnable {
    @Spec
    @org.jspecify.annotations.Nullable
    CommandSpec spec;

    private CacCommand() {}

    /** The command line, ready to be executed. */
    static CommandLine commandLine(Harness harness, Workplace workplace, InstantSource clock, List<String> words) {
        CommandLine line = new CommandLine(new CacCommand())
                .addSubcommand("run", new RunCommand(harness, workplace, clock, words))
                .addSubcommand("record", new RecordCommand(harness, workplace, clock, words))
                .addSubcommand("portal", new PortalCommand(harness.portal(), workplace))
                .addSubcommand("card", card(harness, workplace))
                .addSubcommand("report", report(workplace, words))
                .addSubcommand("evidence", evidence(harness, workplace, clock))
                .addSubcommand("compare", new CompareCommand(workplace))
                .addSubcommand("certify", new CertifyCommand(harness, workplace, clock))
                .addSubcommand("bench", bench(harness, workplace, clock))
                .addSubcommand("doctor", new DoctorCommand(workplace));
        line.setOut(workplace.coloured().out());
        line.setErr(workplace.err());
        boolean colours = workplace.coloured().colours();
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(colours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((error, arguments) -> usage(error, workplace));
        line.setExecutionExceptionHandler((error, command, parsed) -> failed(error, words, workplace));
        return line;
    }

    private static CommandLine card(Harness harness, Workplace workplace) {
        return new CommandLine(new CardCommand(harness.card(), harness.faults(), workplace))
                .addSubcommand("pull", move("pull", "Takes the card out of the reader.", workplace))
                .addSubcommand("insert", move("insert", "Puts the card back into the reader.", workplace))
                .addSubcommand("forgive", new ForgiveCommand(workplace, InstantSource.system()));
    }

    private static CommandLine report(Workplace workplace, List<String> words) {
        return new CommandLine(new ReportCommand()).addSubcommand("merge", new MergeCommand(workplace, words));
    }

    private static CommandLine bench(Harness harness, Workplace workplace, InstantSource clock) {
        return new CommandLine(new BenchCommand())
                .addSubcommand("threads", new ThreadsBenchmark(harness, workplace, clock))
                .addSubcommand("endurance", new EnduranceBenchmark(harness, workplace, clock))
                .addSubcommand("shards", new ShardsBenchmark(workplace))
                .addSubcommand("browsers", new BrowsersBenchmark(workplace));
    }

    private static CommandLine evidence(Harness harness, Workplace workplace, InstantSource clock) {
        return new CommandLine(new EvidenceCommand(harness, workplace, clock))
                .addSubcommand("verify", new VerifyCommand(workplace));
    }

    private static CommandLine move(String word, String description, Workplace workplace) {
        CommandLine line = new CommandLine(new CardCommand.Move(word, workplace));
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public void run() {
        CommandSpec known = java.util.Objects.requireNonNull(spec, "picocli sets it");
        throw new ParameterException(
                known.commandLine(),
                "Missing a command: run, record, certify, evidence, compare, report, portal, card, bench or doctor");
    }

    private static int usage(ParameterException error, Workplace workplace) {
        String command = error.getCommandLine().getCommandSpec().qualifiedName();
        String rest = command.startsWith("cac") ? command.substring("cac".length()) : "";
        String message = String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
        workplace.err().println(message + ": see '" + workplace.launcher() + rest + " --help'");
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Exception error, List<String> words, Workplace workplace) {
        boolean expected = error instanceof BadInputException;
        boolean named = expected || error instanceof BrokenRunException;
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        String what = named ? message : error.getClass().getSimpleName() + ": " + message;
        workplace.err().println(what);
        if (words.contains("--verbose")) {
            error.printStackTrace(workplace.err());
        } else if (!expected) {
            workplace.err().println("The harness itself failed; '--verbose' shows where");
        }
        return expected ? ExitCode.BAD_INPUT : ExitCode.BROKEN;
    }
}
