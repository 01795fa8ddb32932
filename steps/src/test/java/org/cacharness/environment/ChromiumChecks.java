package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.cacharness.drivers.AccountPages;
import org.cacharness.drivers.Ask;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.LoginPages;
import org.cacharness.drivers.LoginRefusal;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Registration;
import org.cacharness.drivers.Workstation;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.edge.Pin;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.reader.PrivatePcscd;

/** What {@link ChromiumVirtualReaderTest} checks, each in a process that has the private pcscd in its environment. */
final class ChromiumChecks implements AutoCloseable {
    private static final int RUNS = 30;
    private static final int REGISTRATIONS = 5;

    private final Simulation simulation = Simulation.start(SimulationSettings.builtIn(), new Secrets());

    /** The checks by their names. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Check {
        A_PAGE_BEHIND_CLIENT_AUTHENTICATION_THIRTY_TIMES(ChromiumChecks::thirtyPages),
        A_WHOLE_REGISTRATION(ChromiumChecks::wholeRegistration),
        A_BROWSER_BEGINS_WITH_AN_EMPTY_PAGE(ChromiumChecks::beginsEmpty),
        BEFORE_THE_CONSOLE_NO_CERTIFICATE_IS_PRESENTED(ChromiumChecks::beforeTheConsole),
        A_PIN_DIALOG_OF_ANOTHER_CARD_SENDS_NOTHING(ChromiumChecks::anotherCardsDialog),
        A_WRONG_PIN_COSTS_ONE_TRY_AND_IS_NOT_TYPED_AGAIN(ChromiumChecks::wrongPin),
        A_CLOSED_PIN_DIALOG_SENDS_NOTHING(ChromiumChecks::cancelled),
        A_BLOCKED_CARD_IS_SENT_NOTHING(ChromiumChecks::blocked),
        A_CARD_PULLED_AT_THE_PIN_DIALOG_IS_SENT_NOTHING(ChromiumChecks::pulled),
        TLS_1_2_AND_TLS_1_3(ChromiumChecks::bothVersions),
        NO_MEMORY_OF_THE_BROWSER_IS_LOCKED(ChromiumChecks::lockedMemory),
        HANGS_WITH_A_BROWSER_OPEN(ChromiumChecks::hangs);

        private final ThrowingCheck code;

        Check(ThrowingCheck code) {
            this.code = code;
        }
    }

    /** Runs one check and exits: an assertion that does not hold is told on the error output. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] names) {
        try (ChromiumChecks checks = new ChromiumChecks()) {
            Check.valueOf(names[0]).code.on(checks);
        } catch (Throwable failed) {
            failed.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    @Override
    public void close() {
        simulation.close();
    }

    private void thirtyPages() {
        List<Long> millis = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (Desk desk = new Desk(1)) {
                desk.hasRegistered();
                desk.computer.certificates().publish(desk.card.certificates());
                long start = System.nanoTime();

                desk.login.cacLogin();
                boolean home = desk.account.isHome();

                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                assertThat(home)
                        .as(
                                "run %s: the account home; it shows: %s",
                                run, desk.computer.screen().text())
                        .isTrue();
                assertThat(desk.card.presentations()).as("PINs in run %s", run).isEqualTo(1);
            }
        }
        Collections.sort(millis);
        figure(
                "Chromium from its start to a page behind client authentication, PIN typed: median %.2f s, max %.2f s, %d of %d",
                millis.get(RUNS / 2) / 1000.0, millis.get(RUNS - 1) / 1000.0, millis.size(), RUNS);
    }

    /** Several in one process, as in a run: the first one also loads the harness's own classes. */
    private void wholeRegistration() {
        List<Stopwatch> runs = new ArrayList<>();
        for (int run = 0; run < REGISTRATIONS; run++) {
            try (Desk desk = new Desk(1)) {
                runs.add(registered(desk));
            }
        }
        figure("One whole registration through Chromium, the first of a process: %s", runs.get(0));
        runs.sort(Comparator.comparing(Stopwatch::seconds));
        figure(
                "One whole registration through Chromium, the median of %d: %s",
                REGISTRATIONS, runs.get(runs.size() / 2));
    }

    private static Stopwatch registered(Desk desk) {
        Stopwatch watch = new Stopwatch();
        desk.login.typeAddress();
        watch.lap("browser started, first page");
        desk.login.logIn(desk.ada, desk.bed.backOffice().password(desk.ada));
        watch.lap("login");
        desk.bed.console(Middleware.ACTIVCLIENT, desk.computer).makeCertificatesAvailable();
        watch.lap("console");
        desk.computer.browser().address();
        watch.lap("browser started again");
        desk.account.goToRegistration();
        watch.lap("to the registration page");
        Registration registration = new Registration(desk.computer, desk.bed.portal());
        registration.register(desk.bed.backOffice().password(desk.ada));
        boolean confirmed = registration.isConfirmed();
        watch.lap("chooser, PIN, password, confirmation");
        assertThat(confirmed)
                .as("the confirmation; it shows: %s", desk.computer.screen().text())
                .isTrue();
        return watch;
    }

    /**
     * Ada has two cards, and the rule by which Chromium selects a certificate fits both. It selects that of the one in the first reader,
     * and asks for its PIN; she means the other. Her PIN must reach neither.
     */
    private void anotherCardsDialog() {
        try (Desk desk = new Desk(1, Desk.SECOND_CARD_TOO)) {
            CacInHand second = desk.second.orElseThrow();
            desk.computer.certificates().publish(desk.card.certificates());
            desk.computer.prompts().browserSelectsItself();
            desk.computer.prompts().willChoose(desk.card.certificate()::equals);

            assertThatThrownBy(desk.login::cacLogin).hasMessageContaining("was the dialog another card's?");

            assertThat(second.presentations()).as("PINs at her second card").isZero();
            assertThat(desk.card.presentations())
                    .as("PINs at the card that she means")
                    .isZero();
        }
    }

    /** With its New Tab page it would be busy while it is told to go to the portal. */
    private void beginsEmpty() {
        try (Desk desk = new Desk(0)) {
            assertThat(desk.computer.browser().address()).hasToString("about:blank");
        }
    }

    private void beforeTheConsole() {
        try (Desk desk = new Desk(0)) {
            desk.hasRegistered();

            desk.login.cacLogin();

            assertThat(desk.login.refusal()).contains(LoginRefusal.NO_CERTIFICATE);
            assertThat(desk.computer.prompts().asked()).isEmpty();
        }
    }

    private void wrongPin() {
        try (Desk desk = new Desk(2)) {
            desk.hasRegistered();
            desk.computer.certificates().publish(desk.card.certificates());
            desk.computer.prompts().willEnter(() -> Optional.of(desk.card.wrongPin()));

            desk.login.cacLogin();

            assertThat(desk.card.triesLeft()).isEqualTo(2);
            assertThat(desk.login.refusal()).contains(LoginRefusal.NO_CERTIFICATE);

            desk.computer.closeEveryBrowser();
            desk.login.cacLogin();

            assertThat(desk.card.triesLeft()).isEqualTo(1);
            assertThat(desk.card.presentations()).isEqualTo(2);
            assertThat(desk.computer.prompts().pinDialog()).contains("1 try left");
        }
    }

    private void cancelled() {
        try (Desk desk = new Desk(1)) {
            desk.hasRegistered();
            desk.computer.certificates().publish(desk.card.certificates());
            desk.computer.prompts().willEnter(Optional::empty);

            desk.login.cacLogin();

            assertThat(desk.computer.prompts().asked()).isEqualTo(Set.of(Ask.CERTIFICATE, Ask.PIN));
            assertThat(desk.login.refusal()).contains(LoginRefusal.NO_CERTIFICATE);
            assertThat(desk.card.presentations()).isZero();
        }
    }

    private void blocked() {
        try (Desk desk = new Desk(3)) {
            desk.hasRegistered();
            desk.computer.certificates().publish(desk.card.certificates());
            for (int tries = 0; tries < 3; tries++) {
                try (Pin wrong = desk.card.wrongPin()) {
                    desk.computer.reader().present(wrong);
                }
            }

            desk.login.cacLogin();

            assertThat(desk.card.presentations()).isEqualTo(3);
            assertThat(desk.computer.prompts().pinDialog()).contains("blocked");
            assertThat(desk.login.refusal()).contains(LoginRefusal.NO_CERTIFICATE);
        }
    }

    /** The browser goes on without a certificate, or cannot connect; it is not let in, and still works. */
    private void pulled() {
        try (Desk desk = new Desk(1)) {
            desk.hasRegistered();
            desk.computer.certificates().publish(desk.card.certificates());
            desk.computer.prompts().willEnter(() -> {
                desk.card.pull();
                return Optional.of(desk.card.pin());
            });

            desk.login.cacLogin();

            assertThat(desk.account.isHome()).isFalse();
            assertThat(desk.card.presentations()).isZero();
            desk.login.logIn(desk.ada, desk.bed.backOffice().password(desk.ada));
            assertThat(desk.account.isHome()).isTrue();
        }
    }

    private void bothVersions() {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            try (Desk desk = new Desk(1);
                    NeighbourSite site = NeighbourSite.start(simulation.pki(), Optional.of(version))) {
                desk.computer.certificates().publish(desk.card.certificates());

                desk.computer.browser().go(site.address());

                assertThat(desk.computer.screen().text()).contains(version + " with CN=" + desk.ada.certificateName());
                assertThat(desk.computer.traffic().newHandshakes())
                        .anyMatch(line ->
                                line.startsWith("localhost: " + version + ", ") && line.endsWith("server localhost"));
                assertThat(desk.computer.traffic().newExchanges()).containsExactly("GET / → 200");
            }
        }
    }

    /** What OpenSC leaves locked is the end of Chromium, sooner or later: see the decision on its dialogs. */
    private void lockedMemory() {
        try (Desk desk = new Desk(1)) {
            desk.hasRegistered();
            desk.computer.certificates().publish(desk.card.certificates());

            desk.login.cacLogin();

            assertThat(desk.account.isHome()).isTrue();
            assertThat(ProcessHandle.current().descendants().flatMap(ChromiumChecks::lockedBy))
                    .isNotEmpty()
                    .allMatch("0 kB"::equals);
        }
    }

    /** What a process has locked, for example {@code 8 kB}; nothing of one that has ended: proc(5), VmLck. */
    private static Stream<String> lockedBy(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmLck:"))
                    .map(line -> line.substring("VmLck:".length()).strip());
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    /** Until it is killed, after one byte that says that the browser is open. */
    private void hangs() throws InterruptedException {
        Desk desk = new Desk(0);
        desk.login.typeAddress();
        System.out.println("open");
        new CountDownLatch(1).await();
    }

    private static void figure(String words, Object... values) {
        System.out.println("FIGURE " + String.format(Locale.ROOT, words, values));
    }

    /** What took how long. */
    private static final class Stopwatch {
        private final List<String> laps = new ArrayList<>();
        private final long begun = System.nanoTime();
        private long last = begun;

        void lap(String name) {
            laps.add(String.format(Locale.ROOT, "%s %.2f", name, (System.nanoTime() - last) / 1e9));
            last = System.nanoTime();
        }

        double seconds() {
            return (last - begun) / 1e9;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (%s)", seconds(), String.join(", ", laps));
        }
    }

    @FunctionalInterface
    private interface ThrowingCheck {
        void on(ChromiumChecks checks) throws Exception;
    }

    /** Ada, her computer and her card in its reader. */
    private final class Desk implements AutoCloseable {
        private final SimulatedTestBed bed;
        private final Member ada;
        private final Workstation computer;
        private final CacInHand card;
        private final LoginPages login;
        private final AccountPages account;

        static final boolean SECOND_CARD_TOO = true;

        private final Optional<CacInHand> second;

        Desk(int presentations) {
            this(presentations, !SECOND_CARD_TOO);
        }

        Desk(int presentations, boolean secondToo) {
            bed = simulation.testBed(
                    new VirtualReaders(PrivatePcscd.readersOf(PcscProcess.folder()), OpenSc.module()),
                    new ChromiumBrowsers(ChromiumPrograms.onPath(), OpenSc.module(), simulation));
            bed.allowPresentations(presentations);
            ada = bed.member("Ada");
            computer = bed.workstation(ada);
            card = bed.cac(ada, CacIssue.CURRENT);
            second = secondToo ? Optional.of(bed.cac(ada, CacIssue.CHECKED_BY_CRL_ALONE)) : Optional.empty();
            second.ifPresent(other -> other.putInto(computer.secondReader()));
            card.putInto(computer.reader());
            computer.prompts().willEnter(() -> Optional.of(card.pin()));
            login = new LoginPages(computer, bed.portal());
            account = new AccountPages(computer, bed.portal());
        }

        void hasRegistered() {
            bed.backOffice().register(ada, card.certificate());
        }

        @Override
        public void close() {
            bed.close();
        }
    }
}
