package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.PinSource;
import org.cacharness.cli.RealCardRequest;
import org.cacharness.drivers.Operator;
import org.cacharness.edge.PresentationRecord;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.card.SimulatedCac;
import org.cacharness.simulator.card.SimulatedTerminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealCardSearchTest {
    private static final String SERIAL = CardSerial.of(4711).hex();
    private static final String PIN = "73914682";

    private static Simulation world;

    @TempDir
    Path folder;

    private final SimulatedTerminal first = new SimulatedTerminal("First reader");
    private final SimulatedTerminal second = new SimulatedTerminal("Second reader");
    private final List<CardTerminal> readers = new ArrayList<>(List.of(first));
    private Set<String> allowed = Set.of(SERIAL);
    private @org.jspecify.annotations.Nullable String reader;
    private PinSource pin = card -> Optional.of(PIN.toCharArray());
    private Operator operator = Operator.absent();
    private SimulatedCac card;

    @BeforeAll
    static void startWorld() {
        world = Simulation.start(SimulationSettings.builtIn(), new Secrets());
    }

    @AfterAll
    static void endWorld() {
        world.close();
    }

    @BeforeEach
    void putIn() {
        card = card(4711);
        first.insert(card);
    }

    @AfterEach
    void end() {
        card.close();
    }

    private static SimulatedCac card(long number) {
        return SimulatedCac.personalise(CardContents.of(
                CardSerial.of(number),
                world.persona("Ada"),
                world.pki().issueCac(world.persona("Ada")),
                PIN.toCharArray()));
    }

    @Test
    void a_card_on_the_list_is_chosen_without_a_pin_being_sent() throws Exception {
        RealCardChoice.Chosen chosen = (RealCardChoice.Chosen) search();
        try (PresentationRecord record = chosen.record()) {
            assertThat(chosen.serial()).isEqualTo(SERIAL);
            assertThat(chosen.certificates()).hasSize(3);
            assertThat(chosen.pin()).containsExactly(PIN.toCharArray());
            assertThat(chosen.toString()).doesNotContain(PIN);
            assertThat(card.ledger().pinPresentations()).isZero();
            record.requireClear();
        }
    }

    @Test
    void a_card_that_is_not_on_the_list_is_asked_for_its_serial_alone() throws Exception {
        allowed = Set.of("AABBCCDD");

        assertThat(reasonForNone()).contains("no card is on the list", "\"First reader\" has card " + SERIAL);
        assertThat(card.ledger().pinQueries()).isZero();
    }

    @Test
    void an_empty_list_allows_no_card() throws Exception {
        allowed = Set.of();

        assertThat(reasonForNone()).contains("no card is on the list");
    }

    @Test
    void without_a_pin_no_card_is_used_and_its_lock_is_free_again() throws Exception {
        pin = PinSource.none();

        assertThat(reasonForNone()).startsWith("no PIN was given");
        PresentationRecord.open(folder.resolve("state"), SERIAL, InstantSource.system())
                .close();
    }

    @Test
    void below_the_floor_nobody_is_asked_for_the_pin() throws Exception {
        card.transceive(new byte[] {0, 0x20, 0, 0, 8, '0', '0', '0', '0', '0', '0', (byte) 0xFF, (byte) 0xFF});
        pin = asked -> {
            throw new AssertionError("asked for the PIN");
        };

        assertThat(reasonForNone()).contains("of the PIN's tries 2 are left, expected 3");
    }

    @Test
    void a_card_that_another_harness_uses_is_left_alone() throws Exception {
        PresentationRecord other = PresentationRecord.open(folder.resolve("state"), SERIAL, InstantSource.system());
        try (other) {
            assertThat(reasonForNone()).contains("expected no other run at it");
            assertThat(card.ledger().pinQueries()).isZero();
        }
    }

    @Test
    void a_presentation_that_nobody_saw_the_end_of_counts_as_refused() throws Exception {
        try (PresentationRecord crashed =
                PresentationRecord.open(folder.resolve("state"), SERIAL, InstantSource.system())) {
            crashed.begin();
        }

        assertThat(reasonForNone()).contains("begun", "./cac card forgive " + SERIAL);
    }

    @Test
    void an_issuer_whom_nobody_vouches_for_makes_no_card_of_the_run() throws Exception {

        RealCardChoice choice = new RealCardSearch(request(), TrustedIssuers.none(), operator).in(this::terminals);

        assertThat(((RealCardChoice.None) choice).reason())
                .contains("would not know the issuer of its certificate", "--trust");
    }

    @Test
    void an_empty_reader_and_no_reader_are_told_apart() throws Exception {
        first.pull();
        assertThat(reasonForNone()).isEqualTo("no card is in a reader");

        readers.clear();
        assertThat(reasonForNone()).isEqualTo("no reader is connected");
    }

    @Test
    void a_service_that_does_not_answer_is_told_by_its_innermost_reason() throws Exception {
        RealCardChoice choice = new RealCardSearch(request(), issuers(), operator).in(() -> {
            throw new CardException("list() failed", new CardException("SCARD_E_NO_SERVICE"));
        });

        assertThat(((RealCardChoice.None) choice).reason()).isEqualTo("no reader answers: SCARD_E_NO_SERVICE");
    }

    @Test
    void of_two_cards_that_may_be_used_the_user_chooses_by_the_reader() throws Exception {
        try (SimulatedCac other = card(4712)) {
            second.insert(other);
            readers.add(second);
            allowed = Set.of(SERIAL, CardSerial.of(4712).hex());

            assertThatThrownBy(this::search)
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContainingAll("First reader", "Second reader", "--reader NAME");

            reader = "Second reader";
            RealCardChoice.Chosen chosen = (RealCardChoice.Chosen) search();
            chosen.record().close();
            assertThat(chosen.serial()).isEqualTo(CardSerial.of(4712).hex());
        }
    }

    @Test
    void a_reader_that_is_not_there_is_told_with_those_that_are() {
        reader = "Third reader";

        assertThatThrownBy(this::search)
                .isInstanceOf(BadInputException.class)
                .hasMessageContainingAll("First reader", "Third reader");
    }

    @Test
    void a_person_who_is_there_is_asked_for_the_card_and_its_effect_is_waited_for() throws Exception {
        first.pull();
        List<String> told = new ArrayList<>();
        operator = Operator.attending(
                line -> {
                    told.add(line);
                    if (line.startsWith(">>")) {
                        first.insert(card);
                    }
                },
                Duration.ofSeconds(30),
                InstantSource.system());

        RealCardChoice.Chosen chosen = (RealCardChoice.Chosen) search();

        chosen.record().close();
        assertThat(told)
                .containsExactly(">> Put your CAC into the reader \"First reader\".", "   the reader reports a card");
    }

    @Test
    void a_person_who_does_nothing_is_told_how_long_was_waited() throws Exception {
        first.pull();
        operator = Operator.attending(line -> {}, Duration.ofMillis(1), InstantSource.system());

        assertThat(reasonForNone()).contains("the reader reports a card", "not seen within", "--patience");
    }

    private String reasonForNone() throws BadInputException {
        return ((RealCardChoice.None) search()).reason();
    }

    private RealCardChoice search() throws BadInputException {
        return new RealCardSearch(request(), issuers(), operator).in(this::terminals);
    }

    private RealCardRequest request() {
        return new RealCardRequest(
                allowed,
                folder.resolve("allowed-cards.txt"),
                reader,
                pin,
                null,
                folder.resolve("state"),
                operator.isThere(),
                Duration.ofSeconds(1));
    }

    private TrustedIssuers issuers() throws BadInputException {
        try {
            Path file = Files.writeString(
                    folder.resolve("issuers.pem"), Pem.of(world.pki().trustAnchors()));
            return TrustedIssuers.read(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private CardTerminals terminals() {
        return new CardTerminals() {
            @Override
            public List<CardTerminal> list(State state) {
                return List.copyOf(readers);
            }

            @Override
            public boolean waitForChange(long timeout) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
