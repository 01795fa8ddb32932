package org.cacharness.environment;

import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cacharness.drivers.Browser;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.Console;
import org.cacharness.drivers.FaultName;
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
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.middleware.MiddlewareConsole;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.timeline.EventLog;
import org.cacharness.timeline.TimelineEvent;

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
    private final Map<Member, Workstation> computers = new HashMap<>();
    private final Map<Member, CardFault> faults = new HashMap<>();
    private final Map<Member, CacInHand> inHand = new HashMap<>();
    private final EventLog events = new EventLog();
    private PinGuard guard = new PinGuard(new PinPolicy(1, 0, true, true));

    SimulatedTestBed(Simulation simulation, Readers readers, Browsers browsers) {
        this.simulation = simulation;
        this.readers = readers;
        this.browsers = started(browsers);
        this.portal = started(simulation.portal(browsers::portalStarted, events));
    }

    @Override
    public void begin(String title) {
        portal.began(title);
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
        Workstation computer = started(new Workstation(
                List.of(readers.reader("Reader 1", guard), readers.reader("Reader 2", guard)),
                browsers.install(prompts),
                prompts));
        computer.traffic().tell(portal.listener());
        if (computers.put(owner, computer) == null && computers.size() == 1) {
            simulation.settings().fault().ifPresent(fault -> befall(owner, fault, () -> cacOfAnother(owner)));
        }
        return computer;
    }

    @Override
    public CacInHand cac(Member holder, CacIssue issue) {
        SimulatedCard card = started(issue(holder.name(), issue, Optional.ofNullable(faults.get(holder))));
        inHand.put(holder, card);
        return card;
    }

    @Override
    public void befall(Member holder, FaultName fault, Supplier<CacInHand> other) {
        befall(
                holder,
                CardFault.named(fault.value())
                        .orElseThrow(() ->
                                new NoSuchElementException("Fault: expected one of docs/faults.md, got " + fault)),
                other);
    }

    private void befall(Member holder, CardFault fault, Supplier<CacInHand> other) {
        simulation.shown(fault).ifPresent(shown -> {
            Workstation computer = Objects.requireNonNull(computers.get(holder), "a computer of the holder's");
            switch (shown) {
                case TWO_READERS -> putBeside(computer, other.get());
                case SWAPPED -> computer.prompts().whilePinIsAsked(() -> swap(computer, holder, other.get()));
                default -> faults.put(holder, shown);
            }
        });
    }

    private static void putBeside(Workstation computer, CacInHand other) {
        other.putInto(computer.secondReader());
        computer.certificates().publish(other.certificates());
    }

    private void swap(Workstation computer, Member holder, CacInHand other) {
        CacInHand own = Objects.requireNonNull(inHand.get(holder), "a card of the holder's");
        own.pull();
        other.putInto(computer.reader());
    }

    private CacInHand cacOfAnother(Member holder) {
        String name = simulation.people().stream()
                .map(Persona::id)
                .filter(id -> !id.equals(holder.name()))
                .findFirst()
                .orElseThrow();
        return started(issue(name, CacIssue.CURRENT, Optional.empty()));
    }

    private SimulatedCard issue(String name, CacIssue issue, Optional<CardFault> fault) {
        SimulatedCard card = SimulatedCard.issue(simulation, simulation.persona(name), issue, readers, fault);
        issued(card.certificates());
        return card;
    }

    /** Somebody has a card with these certificates. */
    void issued(List<X509Certificate> certificates) {
        portal.issued(certificates);
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
    public void beginWithBrowsersOfTheirOwn() {
        browsers.asProcessesOfTheirOwn();
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

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }
}
