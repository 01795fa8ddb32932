package org.cacharness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cacharness.description.DescriptionException;
import org.cacharness.description.PortalDescription;
import org.cacharness.recording.Recorder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a portal that is not ours. */
final class LivePortalOptions {
    private static final int MOST_BYTES = 1 << 20;

    @Option(
            names = "--portal",
            paramLabel = "URL",
            description = "The portal's address, https://…; it takes the mocked portal's place.")
    @Nullable
    String address;

    @Option(
            names = "--portal-description",
            paramLabel = "FILE",
            description = "What the portal calls the procedure's terms, see docs/live-portal.md.")
    @Nullable
    Path description;

    @Option(
            names = "--portal-trust",
            paramLabel = "PEM",
            description = "Issuers of the portal's server certificate. Default: whom the JDK trusts")
    @Nullable
    Path trust;

    @Option(
            names = "--accounts-file",
            paramLabel = "PATH",
            description = "Accounts at the portal, from a file only you can read: name, username, password a line.")
    @Nullable
    Path accountsFile;

    @Option(names = "--accounts-fd", paramLabel = "N", description = "The same from this open file descriptor.")
    @Nullable
    Integer accountsDescriptor;

    @Option(
            names = "--card-issuers",
            paramLabel = "PEM",
            description = "Write the issuers of the simulated cards here before the first scenario.")
    @Nullable
    Path cardIssuers;

    /**
     * What was asked, or null if no portal was named.
     *
     * @param recorder listens to what the portal says, or null
     */
    @Nullable
    LivePortalRequest request(Workplace workplace, @Nullable Recorder recorder) throws BadInputException {
        if (address == null) {
            requireNone();
            return null;
        }
        URI portal = uri(address);
        if (description == null) {
            throw new BadInputException("--portal: expected --portal-description FILE with it, got none:"
                    + " docs/live-portal.md says how to write one");
        }
        return new LivePortalRequest(
                portal,
                described(workplace.existing("--portal-description", description)),
                workplace.existingIfGiven("--portal-trust", trust),
                accounts(workplace),
                cardIssuers == null ? null : workplace.resolve(cardIssuers),
                recorder);
    }

    private void requireNone() throws BadInputException {
        if (description != null
                || trust != null
                || accountsFile != null
                || accountsDescriptor != null
                || cardIssuers != null) {
            throw new BadInputException("--portal-description, --portal-trust, --accounts-file, --accounts-fd,"
                    + " --card-issuers: expected --portal URL with them, got none");
        }
    }

    private static URI uri(String given) throws BadInputException {
        try {
            URI address = new URI(given);
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return address.getPath().isEmpty() ? address.resolve("/") : address;
            }
        } catch (URISyntaxException none) {
            // Told below, as any other address that will not do
        }
        throw new BadInputException("--portal: expected an address https://HOST[:PORT]/…, got " + given);
    }

    private static PortalDescription described(Path file) throws BadInputException {
        try {
            return PortalDescription.read(file);
        } catch (DescriptionException bad) {
            throw new BadInputException("--portal-description: " + bad.getMessage(), bad);
        }
    }

    private PortalAccounts accounts(Workplace workplace) throws BadInputException {
        if ((accountsFile == null) == (accountsDescriptor == null)) {
            throw new BadInputException(
                    "--portal: expected one of --accounts-file PATH and --accounts-fd N with it, got "
                            + (accountsFile == null ? "none" : "both"));
        }
        if (accountsFile != null) {
            Path file = workplace.existing("--accounts-file", accountsFile);
            PinSources.requireOwners("--accounts-file", file, "the passwords");
            return PortalAccounts.parse("--accounts-file", bytes("--accounts-file", file));
        }
        Path opened = Path.of("/dev/fd/" + accountsDescriptor);
        if (!Files.isReadable(opened)) {
            throw new BadInputException("--accounts-fd: expected an open file descriptor, got " + accountsDescriptor
                    + ": for example '--accounts-fd 4 4< FILE'");
        }
        return PortalAccounts.parse("--accounts-fd", bytes("--accounts-fd", opened));
    }

    private static byte[] bytes(String option, Path file) throws BadInputException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new BadInputException(
                    option + ": expected accounts to read, got " + e.getClass().getSimpleName(), e);
        }
    }
}
