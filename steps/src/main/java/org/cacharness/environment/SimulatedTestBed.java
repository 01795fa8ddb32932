package org.cacharness.environment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

/**
 * One scenario's simulated cards, computers and consoles, and its portal. Each is started when it is
 * first needed; what was started is ended in the opposite order.
 */
public final class SimulatedTestBed implements TestBed {
    private final Simulation simulation;
    private final Readers readers;
    private final Browsers browsers;
    private final PortalInUse portal;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private PinGuard guard = new PinGuard(new PinPolicy(1, 0, true, true));

    SimulatedTestBed(Simulation simulation, Readers readers, Browsers browsers) {
        this.simulation = simulation;
        this.readers = readers;
        this.browsers = started(browsers);
        this.portal = started(simulation.portal());
    }

    @Override
    public Member member(String name) {
        Persona persona = simulation.persona(name);
        return admit(
                new Member(persona.id(), persona.username(), persona.edipi().digits(), persona.commonName()));
    }

    /** Somebody gets an account whom no file of people knows. */
    Member admit(Member person) {
        return portal.admit(person);
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
        return portal.portal();
    }

    @Override
    public PortalBackOffice backOffice() {
        return portal.backOffice();
    }

    @Override
    public void leaveNothingBehind() {
        portal.leaveNothingBehind();
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

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }
}
