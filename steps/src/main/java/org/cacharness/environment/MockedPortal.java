package org.cacharness.environment;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.cacharness.description.PortalDescription;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.simulator.portal.PortalServer;
import org.cacharness.timeline.EventLog;
import org.jspecify.annotations.Nullable;

/** A mocked portal of the scenario's own, started when it is first needed. */
final class MockedPortal implements PortalInUse {
    private final Simulation simulation;
    private final Consumer<List<URI>> reached;
    private final EventLog events;
    private @Nullable PortalServer server;
    private @Nullable SimulatedPortalBackOffice office;

    /** Starts nothing yet; later on somebody is told under which addresses it is reached. */
    MockedPortal(Simulation simulation, Consumer<List<URI>> reached, EventLog events) {
        this.simulation = simulation;
        this.reached = reached;
        this.events = events;
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
            office = new SimulatedPortalBackOffice(simulation, started(), events);
        }
        return office;
    }

    private PortalServer started() {
        if (server == null) {
            server = SimulatedPortals.start(simulation);
            server.records().askForPassword(true);
            server.records().watch(event -> events.add(PortalEvents.told(event)));
            reached.accept(List.of(server.address(), server.cacAddress()));
        }
        return server;
    }
}
