package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.simulator.portal.PortalServer;

/** The mocked portal from behind, and the passwords that were issued to its members. */
final class SimulatedPortalBackOffice implements PortalBackOffice {
    private static final Duration SINCE_LAST_PASSWORD = Duration.ofDays(1);

    private final Simulation simulation;
    private final PortalServer portal;
    private final Map<Member, List<Password>> issued = new ConcurrentHashMap<>();

    SimulatedPortalBackOffice(Simulation simulation, PortalServer portal) {
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
    }

    @Override
    public void clear(Member member) {
        portal.records().clear(member.username());
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
        portal.records().setPassword(member.username(), password.clone(), portal.clock().instant());
        passwords(member).add(new Password(password));
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
    public int sessions(Member member) {
        return portal.records().sessions();
    }

    @Override
    public void corruptNextFile() {
        portal.records().serveCorruptFileOnce();
    }

    @Override
    public void pass(Duration time) {
        portal.clock().advance(time);
    }

    private List<Password> passwords(Member member) {
        return issued.getOrDefault(member, List.of());
    }
}
