package org.cacharness.environment;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import org.cacharness.cli.PortalAccounts;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.recording.Placeholders;
import org.cacharness.recording.Recording;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.portal.ReplayServer;
import org.cacharness.simulator.portal.ReplaySettings;
import org.jspecify.annotations.Nullable;

/**
 * A recorded portal in one scenario: it has the servers, and says the words, that the live one had and said in it. To everybody else it is
 * a live portal, which is looked at and cleared by its front door.
 */
final class ReplayedPortal implements PortalInUse {
    private final Simulation simulation;
    private final Consumer<List<URI>> reached;
    private final Recording recording;
    private final Placeholders placeholders = new Placeholders();
    private final Map<String, Password> passwords = new HashMap<>();
    private final List<ReplayServer> servers = new ArrayList<>();
    private @Nullable PortalInUse live;

    /** Starts nothing yet; later on somebody is told under which addresses it is reached. */
    ReplayedPortal(Simulation simulation, Consumer<List<URI>> reached, Recording recording) {
        this.simulation = simulation;
        this.reached = reached;
        this.recording = recording;
    }

    @Override
    public void began(String title) {
        KeyManagerFactory key = ReplayServer.key(
                simulation.pki().serverKey("localhost"), simulation.pki().storePassword());
        for (Recording.Server server : recording.servers(title)) {
            ReplayServer started = ReplayServer.start(settings(server, key));
            servers.add(started);
            placeholders.server(started.address().getAuthority());
        }
        reached.accept(servers.stream().map(ReplayServer::address).toList());
        URI address = servers.get(0).address().resolve(recording.path());
        live = new LivePortal(
                        address,
                        recording.description(),
                        simulation.pki().browserTrust(),
                        false,
                        PortalAccounts.of(usernames(), this::password),
                        Optional.empty())
                .inUse(simulation.secrets(), placeholders);
    }

    private ReplaySettings settings(Recording.Server server, KeyManagerFactory key) {
        return new ReplaySettings(
                server.folder(),
                key,
                simulation.pki().trustAnchors(),
                server.asksForCertificate(),
                server.namesAuthorities(),
                server.protocol(),
                server.suite(),
                placeholders::show,
                placeholders::hide);
    }

    private Map<String, String> usernames() {
        return simulation.people().stream().collect(Collectors.toMap(Persona::id, Persona::username));
    }

    private Password password(String person) {
        return passwords.computeIfAbsent(person, unknown -> new Password(simulation.newPassword()));
    }

    @Override
    public Portal portal() {
        return live().portal();
    }

    @Override
    public PortalBackOffice backOffice() {
        return live().backOffice();
    }

    @Override
    public Member admit(Member person) {
        return live().admit(person);
    }

    @Override
    public void issued(List<X509Certificate> certificates) {
        live().issued(certificates);
    }

    /** Where the servers could not be started there is nothing to clear, and that failure is the one to be told. */
    @Override
    public void leaveNothingBehind() {
        if (live != null) {
            live.leaveNothingBehind();
        }
    }

    @Override
    public void close() {
        servers.forEach(ReplayServer::close);
    }

    private PortalInUse live() {
        return Objects.requireNonNull(live, "a scenario that began");
    }
}
