package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cacharness.drivers.CacInHand;
import org.cacharness.drivers.CacIssue;
import org.cacharness.drivers.ConsoleByHand;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Middleware;
import org.cacharness.drivers.Operator;
import org.cacharness.drivers.StoreThatFills;
import org.cacharness.drivers.Workstation;
import org.cacharness.edge.PinGuard;
import org.cacharness.edge.PinPolicy;
import org.cacharness.edge.PresentationRecord;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.card.SimulatedTerminal;
import org.cacharness.simulator.pki.CardOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario with a real card at a computer with a certificate store, whose CAC software a person works. */
class CertificatesByHandTest {
    @TempDir
    Path folder;

    private final Simulation world = Simulation.start(SimulationSettings.builtIn(), new Secrets());
    private final SimulatedCac card =
            SimulatedCac.personalise(world.contents(CardOrder.of(world.persona("Ada")), CardModel.CAC_ONLY));
    private final SimulatedTerminal reader = new SimulatedTerminal("Reader");
    private final List<String> told = new ArrayList<>();
    private PresentationRecord record;

    @BeforeEach
    void putIn() {
        reader.insert(card);
        record = PresentationRecord.open(folder, serial(), InstantSource.system());
    }

    @AfterEach
    void end() {
        record.close();
        card.close();
        world.close();
    }

    @Test
    void the_browser_has_what_came_into_the_store_and_the_report_says_what_was_asked() {
        StoreThatFills store = new StoreThatFills(look -> look < 3 ? List.of() : certificates());
        try (RealCardTestBed bed = bed(Optional.of(store))) {
            Workstation computer = computer(bed, Middleware.ACTIVCLIENT, true);

            assertThat(computer.certificates().certificates()).isEqualTo(certificates());
            assertThat(told).first().asString().startsWith(">> Go to the Windows Start menu.");
            assertThat(computer.prompts().newLines())
                    .anyMatch(line -> line.contains("The person is asked: Go to the Windows Start menu."))
                    .anyMatch(line -> line.contains("Seen: the certificate of serial number"));
            assertThat(card.ledger().pinPresentations()).isZero();
        }
    }

    @Test
    void other_software_than_activclient_and_a_computer_without_a_store_have_the_simulated_console() {
        try (RealCardTestBed bed = bed(Optional.of(new StoreThatFills(look -> certificates())))) {
            computer(bed, Middleware.ACTIVCARD_GOLD, false);
        }
        try (RealCardTestBed bed = bed(Optional.empty())) {
            computer(bed, Middleware.ACTIVCLIENT, false);
        }
        assertThat(told).isEmpty();
    }

    private Workstation computer(RealCardTestBed bed, Middleware middleware, boolean byHand) {
        Member ada = bed.member("Ada");
        Workstation computer = bed.workstation(ada);
        CacInHand cac = bed.cac(ada, CacIssue.CURRENT);
        cac.putInto(computer.reader());
        assertThat(bed.madeAvailableByHand(middleware, cac, computer)).isEqualTo(byHand);
        return computer;
    }

    private RealCardTestBed bed(Optional<StoreThatFills> store) {
        Operator operator = Operator.attending(told::add, Duration.ofMinutes(1), InstantSource.system());
        return new RealCardTestBed(
                world,
                new RealCardChoice.Chosen(reader, serial(), "3B00", certificates(), record, new char[8]),
                new PinGuard(PinPolicy.hardware(), record),
                operator,
                store.map(filling -> new ConsoleByHand(filling.store(), operator)),
                Browsers.embedded(world));
    }

    private List<X509Certificate> certificates() {
        return card.contents().credentials().stream()
                .map(credential -> credential.certificate())
                .toList();
    }

    private String serial() {
        return card.contents().serial().hex();
    }
}
