package org.cacharness.environment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.Console;
import org.cacharness.drivers.HtmlUnitBrowser;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.TestBed;
import org.cacharness.drivers.Workstation;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.middleware.MiddlewareConsole;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.portal.PortalServer;
import org.cacharness.timeline.EventLog;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's cards, computers, consoles and portal, all simulated. Each is started when it is
 * first needed; what was started is ended in the opposite order.
 */
public final class SimulatedTestBed implements TestBed {
    private final Simulation simulation;
    private final Readers readers;
    private final Browsers browsers;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final EventLog events = new EventLog();
    private PinGuard guard = new PinGuard(new PinPolicy(1, 0, true, true));
    private @Nullable PortalServer server;
    private @Nullable SimulatedPortalBackOffice office;

    SimulatedTestBed(Simulation simulation, Readers readers, Browsers browsers) {
        this.simulation = simulation;
        this.readers = readers;
        this.browsers = started(browsers);
    }

    @Override
    public Member member(String name) {
        Persona persona = simulation.persona(name);
        Member member =
                new Member(persona.id(), persona.username(), persona.edipi().digits(), persona.commonName());
        startedOffice().openAccount(member);
        return member;
    }

    @Override
    public Workstation workstation(Member owner) {
        Prompts prompts = new Prompts(owner::isNamedIn);
        return started(new Workstation(
                List.of(readers.reader("Reader 1", guard), readers.reader("Reader 2", guard)),
                browsers.install(prompts),
                prompts));
    }

    @Override
    public CacInHand cac(Member holder, CacIssue issue) {
        return started(SimulatedCard.issue(simulation, simulation.persona(holder.name()), issue, readers));
    }

    @Override
    public Console console(Middleware middleware, Workstation computer) {
        MiddlewareConsole console = started(MiddlewareConsoles.start(
                middleware, computer, simulation.settings().mutation().middleware()));
        Browser desktop = started(HtmlUnitBrowser.plain());
        desktop.go(console.desktop());
        return new Console(middleware, desktop);
    }

    @Override
    public Portal portal() {
        startedOffice();
        return new Portal(Objects.requireNonNull(server).address());
    }

    @Override
    public PortalBackOffice backOffice() {
        return startedOffice();
    }

    @Override
    public void allowPresentations(int planned) {
        guardedBy(new PinGuard(new PinPolicy(1, planned, true, true)));
    }

    /** From now on this guard keeps the PIN policy of new computers. */
    void guardedBy(PinGuard keeper) {
        guard = keeper;
    }

    @Override
    public boolean eachBrowserAsksForThePin() {
        return browsers.eachAsksForThePin();
    }

    @Override
    public List<TimelineEvent> newEvents() {
        return events.takeNew();
    }

    @Override
    public Secrets secrets() {
        return simulation.secrets();
    }

    /** Ends everything, also where a part of it fails to end; the first failure is thrown afterwards. */
    @Override
    public void close() {
        IllegalStateException stillRunning = null;
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failure) {
                if (stillRunning == null) {
                    stillRunning = new IllegalStateException("Test bed: could not end " + part, failure);
                } else {
                    stillRunning.addSuppressed(failure);
                }
            }
        }
        if (stillRunning != null) {
            throw stillRunning;
        }
    }

    SimulatedPortalBackOffice startedOffice() {
        if (office == null) {
            PortalServer portal = started(SimulatedPortals.start(simulation));
            portal.records().askForPassword(true);
            portal.records().watch(event -> events.add(PortalEvents.told(event)));
            server = portal;
            office = new SimulatedPortalBackOffice(simulation, portal, events);
        }
        return office;
    }

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }
}
