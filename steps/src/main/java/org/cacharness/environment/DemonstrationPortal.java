package org.cacharness.environment;

import java.util.ArrayList;
import java.util.List;
import org.cacharness.cli.PortalLauncher.Request;
import org.cacharness.cli.PortalLauncher.RunningPortal;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.portal.PortalServer;

/** The mocked portal alone, with an account for every person, for somebody who walks it with a browser of their own. */
final class DemonstrationPortal implements RunningPortal {
    private final Simulation simulation;
    private final PortalServer portal;
    private final List<String> greeting = new ArrayList<>();

    private DemonstrationPortal(Simulation simulation, PortalServer portal) {
        this.simulation = simulation;
        this.portal = portal;
    }

    static DemonstrationPortal start(Request request) {
        Simulation simulation =
                Simulation.start(SimulatedHarness.settings(request.stubs(), request.personas()), new Secrets());
        try {
            PortalServer portal = PortalServer.start(
                    SimulatedPortals.settings(simulation).withPorts(request.port(), request.cacPort()));
            DemonstrationPortal demonstration = new DemonstrationPortal(simulation, portal);
            demonstration.openAccounts();
            return demonstration;
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    private void openAccounts() {
        greeting.add("The portal is at " + portal.address() + ", its CAC pages at " + portal.cacAddress() + ".");
        greeting.add(
                "Its certificate is of a test issuer made for this run: your browser will warn, and you may go on.");
        greeting.add("Demonstration accounts, alive as long as this portal:");
        for (Persona persona : simulation.people()) {
            char[] password = simulation.newPassword();
            portal.records()
                    .openAccount(
                            persona.username(),
                            persona.commonName(),
                            persona.edipi().digits(),
                            password);
            greeting.add(
                    "  " + persona.username() + "   " + new String(password) + "   DoD ID number " + persona.edipi());
        }
    }

    @Override
    public List<String> greeting() {
        return List.copyOf(greeting);
    }

    @Override
    public void close() {
        portal.close();
        simulation.close();
    }
}
