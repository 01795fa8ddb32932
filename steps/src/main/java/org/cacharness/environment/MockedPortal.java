package org.cacharness.environment;

import org.cacharness.description.PortalDescription;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.simulator.portal.PortalServer;
import org.jspecify.annotations.Nullable;

/** A mocked portal of the scenario's own, started when it is first needed. */
final class MockedPortal implements PortalInUse {
    private final Simulation simulation;
    private @Nullable PortalServer server;
    private @Nullable SimulatedPortalBackOffice office;

    MockedPortal(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public Portal portal() {
        return new Portal(started().address(), PortalDescription.mocked());
    }

    @Override
    public PortalBackOffice backOffice() {
        return startedOffice();
    }

    @Override
    public Member admit(Member person) {
        startedOffice().openAccount(person);
        return person;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    private SimulatedPortalBackOffice startedOffice() {
        if (office == null) {
            office = new SimulatedPortalBackOffice(simulation, started());
        }
        return office;
    }

    private PortalServer started() {
        if (server == null) {
            server = SimulatedPortals.start(simulation);
            server.records().askForPassword(true);
        }
        return server;
    }
}
