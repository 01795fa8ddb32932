package org.cacharness.environment;

import java.util.Optional;
import org.cacharness.drivers.AccountPages;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.LoginPages;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Registration;
import org.cacharness.drivers.Workstation;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.cacharness.drivers.headless.BridgedWorker;
import org.cacharness.drivers.headless.HeadlessInstallation;

/** The harness: a context for each scenario, the key on the card, chooser and PIN. */
final class HarnessContestant implements Contestant {
    private final Simulation simulation;
    private final HeadlessInstallation chromium;
    private final BridgedWorker worker;

    HarnessContestant(Simulation simulation) {
        this.simulation = simulation;
        chromium = HeadlessInstallation.prepare(ChromiumPrograms.onPath(), simulation.authoritiesToInstall(), false);
        worker = chromium.worker();
    }

    @Override
    public String words() {
        return "the harness";
    }

    @Override
    public Laps register() {
        try (SimulatedTestBed bed =
                simulation.testBed(new InProcessReaders(), new HeadlessBrowsers(worker, simulation))) {
            bed.allowPresentations(1);
            Member ada = bed.member("Ada");
            Workstation computer = bed.workstation(ada);
            CacInHand card = bed.cac(ada, CacIssue.CURRENT);
            card.putInto(computer.reader());
            computer.certificates().publish(card.certificates());
            computer.prompts().willEnter(() -> Optional.of(card.pin()));
            Registration registration = new Registration(computer, bed.portal());

            long begun = System.nanoTime();
            computer.browser().address();
            long opened = System.nanoTime();
            new LoginPages(computer, bed.portal()).logIn(ada, bed.backOffice().password(ada));
            new AccountPages(computer, bed.portal()).goToRegistration();
            registration.register(bed.backOffice().password(ada));
            if (!registration.isConfirmed()) {
                throw new IllegalStateException("Registration: expected a confirmation, got "
                        + computer.screen().text());
            }
            long confirmed = System.nanoTime();
            computer.closeEveryBrowser();
            return Laps.between(begun, opened, confirmed, System.nanoTime());
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
