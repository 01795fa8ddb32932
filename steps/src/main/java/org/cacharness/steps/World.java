package org.cacharness.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cacharness.drivers.Console;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.PortalBackOffice;
import org.cacharness.drivers.SavedPage;
import org.cacharness.drivers.TestBed;
import org.cacharness.timeline.TimelineEvent;
import org.jspecify.annotations.Nullable;

/** The people of one scenario and what they run with. Every scenario has a world of its own. */
public final class World {
    private final TestBed bed;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final List<Console> consoles = new ArrayList<>();
    private @Nullable Console console;
    private @Nullable Person front;
    private boolean stepNamesNobodyYet = true;

    /** A world without anybody in it yet. */
    public World(TestBed bed) {
        this.bed = bed;
    }

    /** The person of this name, with an account, a computer and a CAC in hand. */
    public Person person(String name) {
        Person person = people.computeIfAbsent(name, unmet -> new Person(bed, bed.member(unmet)));
        if (stepNamesNobodyYet) {
            stepNamesNobodyYet = false;
            front = person;
        }
        return person;
    }

    /** A step begins: the first person whom it names is the one who acts. */
    void nextStep() {
        stepNamesNobodyYet = true;
    }

    /** The person who acted last. */
    public Person front() {
        return Objects.requireNonNull(front, "a person, named earlier in the scenario");
    }

    /** The portal from behind. */
    public PortalBackOffice backOffice() {
        return bed.backOffice();
    }

    /** Stands in front of the CAC software of a person's computer; it is the console from now on. */
    public Console openConsole(Middleware middleware, Person person) {
        Console opened = bed.console(middleware, person.computer());
        consoles.add(opened);
        console = opened;
        return opened;
    }

    /** A person makes the certificates of their CAC available: at a real computer by hand, else at the console. */
    void makeAvailable(Middleware middleware, Person person) {
        if (!bed.madeAvailableByHand(middleware, person.cac(), person.computer())) {
            openConsole(middleware, person).makeCertificatesAvailable();
        }
    }

    /** The console that was opened last. */
    public Console console() {
        if (console == null) {
            throw new IllegalStateException(
                    "Console: expected one that was opened earlier in the scenario, but none was");
        }
        return console;
    }

    /** The windows of CAC software that were shown since this was last asked. */
    List<SavedPage> newConsolePages() {
        List<SavedPage> pages = new ArrayList<>();
        consoles.forEach(opened -> pages.addAll(opened.desktop().newPages()));
        return pages;
    }

    /** The pages that browsers showed since this was last asked, person by person. */
    List<SavedPage> newPages() {
        List<SavedPage> pages = new ArrayList<>();
        people.values().forEach(person -> pages.addAll(person.computer().newPages()));
        return pages;
    }

    /** What happened since this was last asked, pages apart: at each computer, to its cards, and behind the portal. */
    List<TimelineEvent> newEvents() {
        List<TimelineEvent> events = new ArrayList<>(bed.newEvents());
        people.values().forEach(person -> events.addAll(person.computer().newEvents()));
        return events;
    }

    /** What people were asked since this was last asked, and how they answered; never the answer itself. */
    List<String> newPromptLines() {
        return people.values().stream()
                .flatMap(person -> person.computer().prompts().newLines().stream())
                .toList();
    }

    /** The pages that browsers asked for since this was last asked, with status and redirects. */
    List<String> newExchanges() {
        return people.values().stream()
                .flatMap(person -> person.computer().traffic().newExchanges().stream())
                .toList();
    }

    /** The headers that matter of what answered browsers since this was last asked. */
    List<String> newHeaders() {
        return people.values().stream()
                .flatMap(person -> person.computer().traffic().newHeaders().stream())
                .toList();
    }

    /** What TLS handshakes brought that is new since this was last asked. */
    List<String> newHandshakes() {
        return people.values().stream()
                .flatMap(person -> person.computer().traffic().newHandshakes().stream())
                .toList();
    }

    /** What was sent to cards since this was last asked, one line a command, or a run of the same command. */
    List<String> newJournalLines() {
        List<String> lines = people.values().stream()
                .flatMap(person -> person.computer().readers().stream())
                .flatMap(reader -> reader.newJournalLines().stream())
                .toList();
        return withRunsCounted(lines);
    }

    private static List<String> withRunsCounted(List<String> lines) {
        List<String> counted = new ArrayList<>();
        for (int from = 0, to; from < lines.size(); from = to) {
            to = from + 1;
            while (to < lines.size() && lines.get(to).equals(lines.get(from))) {
                to++;
            }
            counted.add(to - from == 1 ? lines.get(from) : lines.get(from) + "   (" + (to - from) + " times)");
        }
        return counted;
    }

    /** Everybody who appeared in the scenario. */
    List<Person> people() {
        return List.copyOf(people.values());
    }
}
