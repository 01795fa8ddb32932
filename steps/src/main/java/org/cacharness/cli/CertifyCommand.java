package org.cacharness.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac certify}. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Leads through a certification: plan, agreement, part by part, evidence. Interrupted, it goes on.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything passed, and the evidence is there",
            "1:a scenario failed; the evidence says which",
            "2:the plan was not agreed to, or something that was given is wrong",
            "3:a secret stands in a file that was written",
            "4:nothing failed, but a part was refused or left out to keep a card from harm",
            "70:the harness itself failed",
            "130:interrupted by Ctrl-C; the same command goes on"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac certify release-7 --dry-run -- --card auto --attended --pin-file pin",
            "  ./cac certify release-7 --sign-with own-card -- --card auto --attended --pin-file pin",
            "  ./cac certify rehearsal --agree 1a2b3c4d"
        })
final class CertifyCommand implements Callable<Integer> {
    private static final Set<String> DECIDED =
            Set.of("--name", "--tags", "--report", "--dry-run", "--repeat", "--order", "--seed", "--shard", "--times");

    /** How the environment of a run with a real card is called, at whatever portal. */
    private static final String REAL_CARD = "card in a PC/SC reader";

    private static final String EVIDENCE = "evidence.zip";

    private final Harness harness;
    private final Workplace workplace;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where the certification is kept.")
    Path folder = Path.of("");

    @Parameters(index = "1..*", paramLabel = "RUN-OPTION", description = "After --: options of cac run for every part.")
    List<String> options = List.of();

    @Option(names = "--tags", paramLabel = "EXPRESSION", description = "Which scenarios. Default: @hardware-safe")
    String tags = RealCardPlan.SAFE;

    @Option(names = "--dry-run", description = "Print the plan; do nothing.")
    boolean dryRun;

    @Option(names = "--agree", paramLabel = "PLAN", description = "You have read this plan. Default: the terminal asks")
    @Nullable
    String agreed;

    @Option(
            names = "--sign-with",
            arity = "1..2",
            paramLabel = "WHO",
            description = "Who signs the evidence, as for 'cac evidence'. Default: harness")
    List<String> signWith = List.of("harness");

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    CertifyCommand(Harness harness, Workplace workplace, InstantSource clock) {
        this.harness = harness;
        this.workplace = workplace;
        this.clock = clock;
    }

    @Override
    public Integer call() throws BadInputException {
        requireOptionsOfParts();
        Path place = workplace.resolve(folder);
        RunCommand run = RunCommand.parsed(harness, workplace, clock, runWords());
        Plan scenarios = run.plan();
        CertificationPlan plan = new CertificationPlan(
                run.environment(), options, CertificationPart.of(scenarios), scenarios.sentences(), signWith);
        if (dryRun && !Files.exists(place.resolve(CertificationRecord.NAME))) {
            plan.print(out(), part -> "");
            return ExitCode.PASSED;
        }
        try (CertificationRecord record = CertificationRecord.open(place, clock)) {
            requireSamePlan(plan, record);
            plan.print(out(), part -> CertificationPlan.standing(part, record));
            if (dryRun) {
                return ExitCode.PASSED;
            }
            agree(plan, record);
            return parts(plan, record, place, run.card());
        }
    }

    /** What the certification decides itself. */
    private void requireOptionsOfParts() throws BadInputException {
        for (String option : options) {
            if (DECIDED.contains(option.replaceFirst("=.*", ""))) {
                throw new BadInputException("Certify: expected options of 'cac run' for every part, got " + option
                        + ": which scenarios is said by --tags before the dashes, the rest by the certification");
            }
        }
    }

    private List<String> runWords(String... more) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(options);
        words.addAll(List.of("--tags", tags));
        words.addAll(List.of(more));
        return words;
    }

    private void requireSamePlan(CertificationPlan plan, CertificationRecord record) throws BadInputException {
        String digest = plan.digest();
        if (record.plan().isPresent() && !record.plan().orElseThrow().equals(digest)) {
            throw new BadInputException(
                    "Certify: expected plan " + record.plan().orElseThrow() + ", which was agreed to in " + folder
                            + ", got plan " + digest + ": give the same options and features, or another folder");
        }
    }

    /** The plan is agreed to once. A part that may have presented its PIN already is another presentation, and another agreement. */
    private void agree(CertificationPlan plan, CertificationRecord record) throws BadInputException {
        if (record.plan().isEmpty()) {
            if (!isAgreed(plan.digest(), "Do this")) {
                throw new BadInputException(
                        "Certify: expected your agreement, got none: read the plan, and say --agree " + plan.digest());
            }
            record.agreed(plan.digest());
            return;
        }
        List<CertificationPart> again = plan.parts().stream()
                .filter(part -> part.presentsPin() && record.isInterrupted(part))
                .toList();
        if (again.isEmpty()) {
            return;
        }
        String digest = plan.digest(again);
        int more = again.stream().mapToInt(CertificationPart::presentations).sum();
        out().println("Parts that were interrupted present " + more
                + " PINs more than the plan says, if they are done again." + " Agree with --agree " + digest
                + ", or leave them out with --agree " + plan.digest());
        if (isAgreed(digest, "Present them")) {
            again.forEach(record::again);
        } else if (plan.digest().equals(agreed)) {
            again.forEach(record::leftOut);
        } else {
            throw new BadInputException("Certify: expected your agreement to " + more
                    + " more PIN presentations, got none:" + " see above");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // null says on JDK 17 to 21 that there is no terminal
    private boolean isAgreed(String digest, String question) {
        if (agreed != null) {
            return digest.equals(agreed);
        }
        Console console = workplace.coloured().interactive() ? System.console() : null;
        return console != null && "yes".equals(console.readLine("%s (plan %s)? yes or no: ", question, digest));
    }

    private int parts(CertificationPlan plan, CertificationRecord record, Path place, CardPath card)
            throws BadInputException {
        for (CertificationPart part : plan.parts()) {
            if (record.isOver(part)) {
                continue;
            }
            record.begun(part);
            out().println();
            out().println("Part " + part.number() + " of " + plan.parts().size() + ": " + part.words());
            out().flush();
            Path report = place.resolve(part.folder());
            int code = cac(runWords("--name", part.pattern(), "--report", report.toString()));
            if (code == ExitCode.BAD_INPUT || code == ExitCode.LEAK || code == ExitCode.BROKEN) {
                return code;
            }
            requireRealCard(card, report);
            record.ended(part, code);
        }
        return evidence(plan, record, place);
    }

    /** A run that finds no card it may use goes on with a simulated one, and that would certify nothing. */
    private void requireRealCard(CardPath card, Path report) throws BadInputException {
        if (card == CardPath.AUTO && !read(report).contains(REAL_CARD)) {
            throw new BadInputException(
                    "Certify: expected a real card, the part ran with a simulated one: see above why");
        }
    }

    private static String read(Path report) throws BadInputException {
        try {
            return RunReport.read(report).run().environment();
        } catch (EvidenceException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private int evidence(CertificationPlan plan, CertificationRecord record, Path place) throws BadInputException {
        List<String> merge = new ArrayList<>(List.of("report", "merge"));
        plan.parts().stream()
                .filter(part -> record.code(part).isPresent())
                .forEach(part -> merge.add(place.resolve(part.folder()).toString()));
        if (merge.size() == 2) {
            throw new BadInputException(
                    "Certify: expected a part that ran, all were left out: begin in another folder");
        }
        String report = place.resolve("report").toString();
        merge.addAll(List.of("--report", report));
        int merged = cac(merge);
        if (merged == ExitCode.BAD_INPUT || merged == ExitCode.BROKEN) {
            return merged;
        }
        List<String> pack = new ArrayList<>(List.of(
                "evidence", "--report", report, "--out", place.resolve(EVIDENCE).toString(), "--sign-with"));
        pack.addAll(signWith);
        int packed = plan.signsWithOwnCard() ? signedWithOwnCard(pack, record, place) : cac(pack);
        boolean leftOut =
                plan.parts().stream().anyMatch(part -> record.code(part).isEmpty());
        if (packed != ExitCode.PASSED || merged == ExitCode.FAILED) {
            return packed != ExitCode.PASSED ? packed : merged;
        }
        return leftOut ? ExitCode.REFUSED : merged;
    }

    /** One presentation, as the plan says: a signature whose end nobody knows is not made again, nor one that was made. */
    private int signedWithOwnCard(List<String> pack, CertificationRecord record, Path place) throws BadInputException {
        Path signed = place.resolve(EVIDENCE);
        if (record.isSigned() && Files.exists(signed)) {
            out().println("Evidence: " + signed + ", signed already");
            return ExitCode.PASSED;
        }
        List<String> words = new ArrayList<>(pack);
        words.addAll(RealCardOptions.among(options));
        if (record.isSigningBegun()) {
            throw new BadInputException(
                    "Certify: expected that the PIN was not presented for the signature yet, it may have"
                            + " been: look into " + signed
                            + "; if you agree to another presentation, sign by"
                            + " './cac " + String.join(" ", words) + "'");
        }
        record.signing();
        int code = cac(words);
        if (code == ExitCode.PASSED) {
            record.signed();
        }
        return code;
    }

    private int cac(List<String> words) {
        List<String> all = new ArrayList<>(words);
        if (verbose) {
            all.add("--verbose");
        }
        return CacCommand.commandLine(harness, workplace, clock, all).execute(all.toArray(String[]::new));
    }

    private PrintWriter out() {
        return workplace.coloured().out();
    }
}
