package org.cacharness.environment;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.simulator.portal.PortalServer;
import org.cacharness.timeline.EventLog;
import org.cacharness.timeline.Layer;
import org.cacharness.timeline.TimelineEvent;

/** The mocked portal from behind, and the passwords that were issued to its members. */
final class SimulatedPortalBackOffice implements PortalBackOffice {
    private static final Duration SINCE_LAST_PASSWORD = Duration.ofDays(1);

    private static final String CACHEABLE_FILE = "scripts/portal.js";

    private final Simulation simulation;
    private final PortalServer portal;
    private final EventLog events;
    private final Map<Member, List<Password>> issued = new ConcurrentHashMap<>();

    SimulatedPortalBackOffice(Simulation simulation, PortalServer portal, EventLog events) {
        this.events = events;
        this.simulation = simulation;
        this.portal = portal;
    }

    void openAccount(Member member) {
        char[] password = simulation.newPassword();
        portal.records()
                .openAccount(member.username(), member.certificateName(), member.dodIdNumber(), password.clone());
        issued.computeIfAbsent(member, opened -> new ArrayList<>()).add(new Password(password));
    }

    @Override
    public Optional<String> registered(Member member) {
        return portal.records()
                .registration(member.username())
                .map(held -> held.issuer() + "#" + held.serial().toString(16));
    }

    @Override
    public void register(Member member, X509Certificate certificate) {
        portal.records().register(member.username(), certificate);
        arranged("a certificate is registered for account " + member.username());
    }

    @Override
    public void clear(Member member) {
        portal.records().clear(member.username());
        arranged("account " + member.username() + " is cleared");
    }

    @Override
    public Password password(Member member) {
        List<Password> passwords = passwords(member);
        return passwords.get(passwords.size() - 1);
    }

    @Override
    public void issueAnotherPassword(Member member) {
        char[] password = simulation.newPassword();
        portal.clock().advance(SINCE_LAST_PASSWORD);
        portal.records()
                .setPassword(member.username(), password.clone(), portal.clock().instant());
        passwords(member).add(new Password(password));
        arranged("another password is issued to account " + member.username());
    }

    @Override
    public Password newPassword() {
        return new Password(simulation.newPassword());
    }

    @Override
    public void askForPassword(boolean asked) {
        portal.records().askForPassword(asked);
    }

    @Override
    public OptionalInt sessions(Member member) {
        return OptionalInt.of(portal.records().sessions(member.username()));
    }

    @Override
    public void corruptNextFile() {
        portal.records().serveCorruptFileOnce();
    }

    @Override
    public void pass(Duration time) {
        portal.clock().advance(time);
    }

    @Override
    public byte[] cacheableFile() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(simulation.pki().browserTrust());
            tls.init(null, trust.getTrustManagers(), null);
            HttpsURLConnection connection = (HttpsURLConnection)
                    portal.address().resolve(CACHEABLE_FILE).toURL().openConnection();
            connection.setSSLSocketFactory(tls.getSocketFactory());
            connection.setUseCaches(false);
            try (InputStream content = connection.getInputStream()) {
                return content.readAllBytes();
            }
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("Fetch " + CACHEABLE_FILE + ": expected the file, got " + failed, failed);
        }
    }

    @Override
    public String cacheableFilePath() {
        return CACHEABLE_FILE;
    }

    private void arranged(String what) {
        events.add(TimelineEvent.now(Layer.PORTAL, what, "arranged by the scenario, not by way of the pages"));
    }

    private List<Password> passwords(Member member) {
        return issued.getOrDefault(member, List.of());
    }
}
