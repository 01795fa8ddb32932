package org.cacharness.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cacharness.cli.Main;
import org.cacharness.cli.PortalAccounts;
import org.cacharness.description.PortalDescription;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.harborgate.HarborGate;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;

/** Harbor Gate with everybody's account, and the command line with what it takes to go there. */
final class LivePortalDesk implements AutoCloseable {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private final TestPki servers = TestPki.start();
    private final HarborGate gate;
    private String printed = "";

    private LivePortalDesk(Path folder) {
        this.folder = folder;
        gate = HarborGate.open(servers.serverKey("localhost"), servers.storePassword(), this::cardIssuers);
    }

    /** Opens the portal; a folder of the test's gets the files that a user would write. */
    static LivePortalDesk open(Path folder) throws IOException {
        LivePortalDesk desk = new LivePortalDesk(folder);
        Files.writeString(folder.resolve("servers.pem"), Pem.of(desk.servers.browserTrust()));
        try (InputStream in = HarborGate.class.getResourceAsStream("harbor-gate.yaml")) {
            Files.write(
                    folder.resolve("portal.yaml"),
                    Objects.requireNonNull(in, "harbor-gate.yaml").readAllBytes());
        }
        StringBuilder accounts = new StringBuilder("# person username passphrase\n");
        for (Persona person : Personas.builtIn().all()) {
            desk.gate.openAccount(
                    person.username(), person.commonName(), person.edipi().digits(), passphrase(person));
            accounts.append(person.id()).append(' ').append(person.username()).append("  ");
            accounts.append(passphrase(person)).append('\n');
        }
        Files.writeString(folder.resolve("accounts"), accounts, UTF_8);
        Files.setPosixFilePermissions(folder.resolve("accounts"), PosixFilePermissions.fromString("rw-------"));
        return desk;
    }

    /** The same; the test is skipped, with the reason, where there is no Chromium. */
    static LivePortalDesk openForChromium(Path folder) throws IOException {
        Optional<String> obstacle = ChromiumPrograms.onPath().obstacleWithoutDialogs();
        obstacle.ifPresent(reason -> System.err.println("SKIPPED, a portal that Chromium goes to: " + reason));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        return open(folder);
    }

    static String passphrase(Persona person) {
        return "Correct-Horse " + Integer.toHexString(person.id().hashCode());
    }

    HarborGate gate() {
        return gate;
    }

    /** Who issued the portal's certificate. */
    KeyStore serverIssuers() {
        return servers.browserTrust();
    }

    /** The portal for whoever trusts its issuer, with nobody's account. */
    LivePortal livePortal() {
        return livePortal(serverIssuers());
    }

    /** The same for whoever trusts these. */
    LivePortal livePortal(KeyStore trusted) {
        return new LivePortal(
                gate.address(),
                PortalDescription.read(folder.resolve("portal.yaml")),
                trusted,
                false,
                PortalAccounts.of(Map.of(), person -> new Password(new char[0])),
                Optional.empty());
    }

    /** What the last command printed. */
    String printed() {
        return printed;
    }

    /** {@code cac run} there, with its report in {@code report}. */
    int run(String... more) {
        return cacThere("run", "report", List.of(more));
    }

    /** {@code cac record} into {@code recording}, with its report in {@code live}. */
    int record(String... more) {
        List<String> words = new ArrayList<>(List.of("--out", path("recording")));
        words.addAll(List.of(more));
        return cacThere("record", "live", words);
    }

    private int cacThere(String command, String report, List<String> more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(there());
        words.addAll(List.of("--card-issuers", path("card-issuers.pem"), "--report", path(report)));
        words.addAll(more);
        return cac(words.toArray(String[]::new));
    }

    /** The options that lead there. */
    List<String> there() {
        return List.of(
                "--portal",
                gate.address().toString(),
                "--portal-description",
                path("portal.yaml"),
                "--portal-trust",
                path("servers.pem"),
                "--accounts-file",
                path("accounts"));
    }

    /** {@code cac run --recording}, with its report in {@code replayed}. */
    int replay(String... more) {
        List<String> words =
                new ArrayList<>(List.of("run", "--recording", path("recording"), "--report", path("replayed")));
        words.addAll(List.of(more));
        return cac(words.toArray(String[]::new));
    }

    /** {@code cac compare} of both reports, into {@code compared}. */
    int compare() {
        return cac("compare", path("live"), path("replayed"), "--out", path("compared"));
    }

    int cac(String... words) {
        StringWriter out = new StringWriter();
        int code = Main.execute(new SimulatedHarness(), HOME, new PrintWriter(out), new PrintWriter(out), words);
        printed = out.toString();
        return code;
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** What the harness writes before the first scenario. */
    private Collection<X509Certificate> cardIssuers() {
        List<X509Certificate> issuers = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve("card-issuers.pem"))) {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(issuer -> issuers.add((X509Certificate) issuer));
        } catch (IOException | CertificateException notYet) {
            return List.of();
        }
        return issuers;
    }

    @Override
    public void close() {
        gate.close();
        servers.close();
    }
}
