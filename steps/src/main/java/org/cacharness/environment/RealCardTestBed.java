package org.cacharness.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.Console;
import org.cacharness.drivers.ConsoleByHand;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Operator;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.TestBed;
import org.cacharness.drivers.Workstation;
import org.cacharness.edge.PinGuard;
import org.cacharness.secrets.Secrets;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/**
 * One scenario with the real card: whoever it names first is the card's holder, with an account at the mocked portal that is
 * made from the card's certificate.
 */
final class RealCardTestBed implements TestBed {
    private final RealCardChoice.Chosen card;
    private final PinGuard run;
    private final Operator operator;
    private final Optional<ConsoleByHand> byHand;
    private final RealReaders readers = new RealReaders();
    private final SimulatedTestBed world;
    private final List<String> asked = new ArrayList<>();
    private @Nullable Member holder;
    private @Nullable Workstation computer;
    private boolean known;

    RealCardTestBed(
            Simulation simulation,
            RealCardChoice.Chosen card,
            PinGuard run,
            Operator operator,
            Optional<ConsoleByHand> byHand,
            Browsers browsers) {
        this.card = card;
        this.run = run;
        this.operator = operator;
        this.byHand = byHand;
        world = simulation.testBed(readers, browsers);
        world.guardedBy(run.part(0));
    }

    @Override
    public void begin(String title) {
        world.begin(title);
    }

    @Override
    public void beginWithBrowsersOfTheirOwn() {
        world.beginWithBrowsersOfTheirOwn();
    }

    @Override
    public boolean eachBrowserAsksForThePin() {
        return world.eachBrowserAsksForThePin();
    }

    @Override
    public Member member(String name) {
        if (holder != null) {
            return world.member(name);
        }
        Cardholder person = Cardholder.of(card.certificates().get(0)).orElseThrow();
        Member member = world.admit(new Member(name, Cardholder.USERNAME, person.dodIdNumber(), person.commonName()));
        holder = member;
        return member;
    }

    @Override
    public Workstation workstation(Member owner) {
        Workstation opened = world.workstation(owner);
        if (owner.equals(holder)) {
            computer = opened;
            asked.forEach(opened.prompts()::noted);
            asked.clear();
        }
        return opened;
    }

    @Override
    public CacInHand cac(Member owner, CacIssue issue) {
        if (!owner.equals(holder) || issue != CacIssue.CURRENT) {
            throw new IllegalStateException("CAC: expected the one real card of " + holder + ", got " + issue + " of "
                    + owner.name() + ": drop the scenario's tag @hardware-safe");
        }
        if (!known) {
            known = true;
            world.issued(card.certificates());
        }
        return new RealCard(card, readers, operator, this::noted);
    }

    @Override
    public Console console(Middleware middleware, Workstation at) {
        return world.console(middleware, at);
    }

    /** ActivClient alone: that is what a computer of today has, and what the person is told has to be there. */
    @Override
    public boolean madeAvailableByHand(Middleware middleware, CacInHand cac, Workstation at) {
        if (byHand.isEmpty() || middleware != Middleware.ACTIVCLIENT) {
            return false;
        }
        at.certificates().publish(byHand.get().makeAvailable(middleware, cac.certificates(), this::noted));
        return true;
    }

    @Override
    public Portal portal() {
        return world.portal();
    }

    @Override
    public PortalBackOffice backOffice() {
        return world.backOffice();
    }

    /** Refuses the scenario before it begins, if the run has not so many left: later it might be in the middle of a page. */
    @Override
    public void allowPresentations(int planned) {
        world.guardedBy(run.part(planned));
    }

    @Override
    public void leaveNothingBehind() {
        world.leaveNothingBehind();
    }

    @Override
    public void beginWithoutCard() {
        RealCard.takeOut(card.terminal(), operator, this::noted);
    }

    @Override
    public List<TimelineEvent> newEvents() {
        return world.newEvents();
    }

    @Override
    public Secrets secrets() {
        return world.secrets();
    }

    @Override
    public void close() {
        world.close();
    }

    private void noted(String line) {
        if (computer == null) {
            asked.add(line);
        } else {
            computer.prompts().noted(line);
        }
    }
}
