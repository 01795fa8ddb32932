package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cacharness.cli.RunRequest.CardPath;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidenceFile;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.evidence.RunReport;
import org.cacharness.secrets.Leak;
import org.cacharness.secrets.SecretScanner;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cac evidence}. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Packs a run's report as evidence: one file, signed, in which every changed byte is found.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the pack was written",
            "2:there is no such report, or nobody signs, or another pack stands there; nothing was written",
            "3:a secret stands in the pack; it was deleted",
            "4:the card was not asked to sign, to keep it from harm",
            "70:the harness itself failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./cac evidence",
            "  ./cac evidence --out release-7.zip --sign-with card",
            "  ./cac evidence --report in-process --report virtual",
            "  ./cac evidence --sign-with own-card --trust issuers.pem",
            "  ./cac evidence --sign-with pkcs12 me.p12",
            "  ./cac evidence verify release-7.zip --trust issuer.pem"
        })
final class EvidenceCommand implements Callable<Integer> {
    private final Harness harness;
    private final Workplace workplace;
    private final InstantSource clock;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "The run's report; several times for runs in several environments. Default: target/cac-report")
    List<Path> reports = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the pack goes. Default: target/cac-evidence-TIME.zip, by the run's time")
    @Nullable
    Path out;

    @Option(
            names = "--sign-with",
            arity = "1..2",
            paramLabel = "WHO",
            description = "harness (default): a key of its own, kept for you alone; own-card: the signature key of your"
                    + " CAC in a reader, with its PIN; card [NAME]: that of the simulated CAC of that person;"
                    + " pkcs12 FILE: a key of yours.")
    List<String> signWith = List.of("harness");

    @Option(
            names = "--password-fd",
            paramLabel = "N",
            description = "File descriptor to read the password of the PKCS #12 file from. Default: the terminal asks")
    @Nullable
    Integer passwordDescriptor;

    @ArgGroup(exclusive = false, heading = "%nWith --sign-with own-card:%n")
    RealCardOptions realCard = new RealCardOptions();

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    EvidenceCommand(Harness harness, Workplace workplace, InstantSource clock) {
        this.harness = harness;
        this.workplace = workplace;
        this.clock = clock;
    }

    @Override
    public Integer call() throws BadInputException, IOException {
        try {
            return pack();
        } catch (EvidenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (harness.refuses(cause)) {
                    workplace.err().println(e.getMessage());
                    return ExitCode.REFUSED;
                }
            }
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private int pack() throws BadInputException, EvidenceException, IOException {
        List<RunReport> packed = new ArrayList<>();
        for (Path report : reports.isEmpty() ? List.of(workplace.home().resolve("target/cac-report")) : reports) {
            packed.add(RunReport.read(workplace.resolve(report)));
        }
        Path target = target(packed.get(0));
        Secrets secrets = new Secrets();
        SigningChoice choice = new SigningChoice(signWith, passwordDescriptor, realCard);
        try (EvidenceSigner signer = choice.open(harness, workplace, clock, secrets);
                EvidenceFile file = EvidenceFile.pack(packed, cardPaths(), signer, target)) {
            List<Leak> leaks = new SecretScanner(secrets).scan(file.path());
            if (!leaks.isEmpty()) {
                leaks.forEach(leak -> workplace.err().println("Secret leak: " + leak));
                return ExitCode.LEAK;
            }
            file.publish();
            PrintWriter lines = workplace.coloured().out();
            lines.println("Evidence: " + target);
            lines.println("Signed by "
                    + signer.certificates().get(0).getSubjectX500Principal().getName());
            lines.flush();
            return ExitCode.PASSED;
        }
    }

    private Path target(RunReport first) {
        if (out != null) {
            return workplace.resolve(out);
        }
        String time = first.run().started().replaceAll("[-:]|\\.\\d+", "");
        return workplace.home().resolve("target").resolve("cac-evidence-" + time + ".zip");
    }

    /** As {@code --card} names them. */
    private static List<String> cardPaths() {
        return Arrays.stream(CardPath.values())
                .map(path -> path.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
