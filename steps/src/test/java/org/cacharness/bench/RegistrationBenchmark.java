package org.cacharness.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cacharness.drivers.AccountPages;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.LoginPages;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.Registration;
import org.cacharness.drivers.TestBed;
import org.cacharness.drivers.Workstation;
import org.cacharness.environment.Simulation;

/** One member's whole registration, again and again: each time a portal, a card, a console and a browser of its own. */
final class RegistrationBenchmark {
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 60;

    private final Simulation simulation;
    private final Map<Part, long[]> times = new EnumMap<>(Part.class);
    private int round;
    private long since;

    RegistrationBenchmark(Simulation simulation) {
        this.simulation = simulation;
        for (Part part : Part.values()) {
            times.put(part, new long[ROUNDS]);
        }
    }

    /** What a registration is made of; the parts add up to the whole. */
    private enum Part {
        PORTAL("start the portal, open the account"),
        CARD("issue and personalise the card"),
        CONSOLE("start the console, make certificates available"),
        LOGIN("open the browser, log in"),
        REGISTRATION("open the page, register with PIN and password"),
        END("end everything"),
        WHOLE("the whole registration");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** Measures, and returns one line for each part. */
    String run() {
        for (round = -WARM_UP; round < ROUNDS; round++) {
            long began = System.nanoTime();
            since = began;
            register();
            since = began;
            done(Part.WHOLE);
        }
        StringBuilder lines = new StringBuilder();
        times.forEach((part, nanos) ->
                lines.append(String.format(Locale.ROOT, "  %-46s %5.1f ms%n", part.words, median(nanos) / 1e6)));
        return lines.toString();
    }

    private void register() {
        try (TestBed bed = simulation.testBed()) {
            bed.allowPresentations(1);
            Member member = bed.member("Ada");
            Workstation computer = bed.workstation(member);
            Portal portal = bed.portal();
            done(Part.PORTAL);
            CacInHand card = bed.cac(member, CacIssue.CURRENT);
            card.putInto(computer.reader());
            computer.prompts().willEnter(() -> Optional.of(card.pin()));
            done(Part.CARD);
            bed.console(Middleware.ACTIVCLIENT, computer).makeCertificatesAvailable();
            done(Part.CONSOLE);
            new LoginPages(computer, portal).logIn(member, bed.backOffice().password(member));
            done(Part.LOGIN);
            new AccountPages(computer, portal).goToRegistration();
            Registration registration = new Registration(computer, portal);
            registration.register(bed.backOffice().password(member));
            if (!registration.isConfirmed()
                    || bed.backOffice().registered(member).isEmpty()) {
                throw new IllegalStateException("Registration: expected a confirmation, got "
                        + computer.screen().text());
            }
            done(Part.REGISTRATION);
        }
        done(Part.END);
    }

    private void done(Part part) {
        long now = System.nanoTime();
        if (round >= 0) {
            long[] nanos = times.get(part);
            if (nanos != null) {
                nanos[round] = now - since;
            }
        }
        since = now;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
