package org.cacharness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidencePack;
import org.cacharness.evidence.HarnessKey;
import org.cacharness.evidence.Inspection;
import org.cacharness.evidence.TrustedSigners;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.Sha256;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cac evidence verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Says whether every byte of an evidence pack is as it was signed, and who signed it. Needs no network.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every byte is as it was signed; where --trust was given, by a signer that it vouches for",
            "1:it was altered, or truncated, or --trust does not vouch for the signer",
            "2:the file is no evidence pack, or one of another version, or cannot be read",
            "70:the harness itself failed"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./cac evidence verify release-7.zip", "  ./cac evidence verify release-7.zip --trust issuer.pem"})
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_PROBLEMS = 50;

    private final Workplace workplace;

    @Parameters(paramLabel = "PACK", description = "The evidence pack.")
    Path pack = Path.of("");

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description =
                    "Certificates of the signers that are believed, or of their issuers. Default: the harness's own"
                            + " key of this machine; another signer is named, and not judged")
    @Nullable
    Path trust;

    @Option(names = "--verbose", description = "Show stack traces.")
    boolean verbose;

    VerifyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws BadInputException {
        Path file = workplace.resolve(pack);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("Verify: expected an evidence pack, got " + pack + ", which is no file");
        }
        try (EvidencePack opened = EvidencePack.open(file)) {
            TrustedSigners trusted = trust == null ? null : TrustedSigners.read(workplace.resolve(trust));
            Inspection inspection = opened.inspect();
            if (inspection instanceof Inspection.NoPack none) {
                throw new BadInputException("Verify: expected an evidence pack, got " + pack + ": " + none.reason());
            }
            if (inspection instanceof Inspection.Altered altered) {
                return altered(altered.problems());
            }
            return intact(opened, (Inspection.Intact) inspection, trusted);
        } catch (EvidenceException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new BadInputException("Verify: expected to read " + pack + ", got " + e, e);
        }
    }

    private int altered(List<String> problems) {
        PrintWriter err = workplace.err();
        err.println(pack + ": NOT as it was signed");
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> err.println("  " + problem));
        if (problems.size() > MOST_PROBLEMS) {
            err.println("  and " + (problems.size() - MOST_PROBLEMS) + " more");
        }
        err.flush();
        return ExitCode.FAILED;
    }

    private int intact(EvidencePack opened, Inspection.Intact intact, @Nullable TrustedSigners trusted)
            throws IOException {
        RecordedRun run = RecordedRun.read(opened.read("report/run.json").orElseThrow());
        List<X509Certificate> signers = intact.signers();
        PrintWriter out = workplace.coloured().out();
        out.println(String.format(
                Locale.ROOT,
                "%s: every byte is as it was signed (%d files, %.1f MB)",
                pack,
                intact.files(),
                intact.bytes() / 1e6));
        out.println("  run        " + run.started() + ", " + run.environment() + ": " + run.counts());
        out.println("  signed by  " + signers.get(0).getSubjectX500Principal().getName());
        out.println("  issued by  " + signers.get(0).getIssuerX500Principal().getName() + ", serial "
                + signers.get(0).getSerialNumber().toString(16));
        out.println("  SHA-256    " + fingerprint(signers.get(0)));
        Optional<String> objection =
                trusted == null ? Optional.empty() : trusted.objection(signers, Instant.parse(run.started()));
        out.println("  trust      "
                + objection
                        .map(no -> "NOT vouched for by " + trust + ": " + no)
                        .orElseGet(() -> voucher(signers.get(0))));
        out.flush();
        return objection.isPresent() ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private String voucher(X509Certificate signer) {
        if (trust != null) {
            return "vouched for by " + trust + "; revocation is not looked at";
        }
        return HarnessKey.certificateIn(workplace.state()).contains(signer)
                ? "the harness's own key on this machine"
                : "nobody here vouches for the signer: give --trust to have that checked";
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return "not known: " + e.getMessage();
        }
    }
}
