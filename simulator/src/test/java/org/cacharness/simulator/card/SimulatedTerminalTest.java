package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import java.util.Set;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedTerminalTest {
    private static final CommandAPDU QUERY = new CommandAPDU(0x00, 0x20, 0x00, 0x00);
    private static final CommandAPDU RIGHT =
            new CommandAPDU(0x00, 0x20, 0x00, 0x00, HexFormat.of().parseHex("313233343536FFFF"));

    private static final long FAR_AWAY = 600_000;
    private static final long SOON = 10_000;

    private final SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");
    private final SimulatedCac ada = SimulatedCac.personalise(TestCredentials.ada());

    @AfterEach
    void end() {
        ada.close();
    }

    @Test
    void reports_the_card_that_is_put_in_and_pulled() throws CardException {
        assertThat(terminal.isCardPresent()).isFalse();
        terminal.insert(ada);
        assertThat(terminal.isCardPresent()).isTrue();
        terminal.pull();
        assertThat(terminal.isCardPresent()).isFalse();
    }

    @Test
    void wakes_those_who_wait_for_a_card() throws InterruptedException {
        Thread waiting = waiting(() -> terminal.waitForCardPresent(FAR_AWAY));

        terminal.insert(ada);

        waiting.join(SOON);
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void wakes_those_who_wait_for_the_card_to_be_pulled() throws InterruptedException {
        terminal.insert(ada);
        Thread waiting = waiting(() -> terminal.waitForCardAbsent(FAR_AWAY));

        terminal.pull();

        waiting.join(SOON);
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void waits_no_longer_than_it_was_told() throws CardException {
        assertThat(terminal.waitForCardPresent(1)).isFalse();
        assertThat(terminal.waitForCardAbsent(1)).isTrue();
    }

    @Test
    void a_card_that_is_never_reported_is_not_there() throws CardException {
        try (SimulatedCac unseen =
                SimulatedCac.personalise(TestCredentials.ada().with(Set.of(CardMutant.NEVER_REPORTED)))) {
            terminal.insert(unseen);

            assertThat(terminal.isCardPresent()).isFalse();
            assertThat(terminal.waitForCardPresent(1)).isFalse();
        }
    }

    @Test
    void an_empty_reader_has_nothing_to_connect_to() {
        assertThatExceptionOfType(CardNotPresentException.class).isThrownBy(() -> terminal.connect("*"));
    }

    @Test
    void a_second_card_does_not_fit() {
        terminal.insert(ada);

        assertThatIllegalStateException().isThrownBy(() -> terminal.insert(ada));
    }

    @Test
    void after_a_pull_every_connection_fails_even_when_the_card_comes_back() throws CardException {
        terminal.insert(ada);
        Card connection = terminal.connect("T=0");
        connection.getBasicChannel().transmit(RIGHT);

        terminal.pull();
        terminal.insert(ada);

        assertThatExceptionOfType(CardException.class)
                .isThrownBy(() -> connection.getBasicChannel().transmit(QUERY))
                .withMessageContaining("removed");
        assertThat(terminal.connect("*").getBasicChannel().transmit(QUERY).getSW())
                .isEqualTo(0x63C3);
    }

    @Test
    void disconnecting_with_reset_ends_the_pin_state() throws CardException {
        terminal.insert(ada);
        Card connection = terminal.connect("*");
        connection.getBasicChannel().transmit(RIGHT);

        connection.disconnect(true);

        assertThat(ada.isPinVerified()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> connection.getBasicChannel().transmit(QUERY));
    }

    @Test
    void disconnecting_without_reset_leaves_the_pin_state() throws CardException {
        terminal.insert(ada);
        Card connection = terminal.connect("*");
        connection.getBasicChannel().transmit(RIGHT);

        connection.disconnect(false);

        assertThat(ada.isPinVerified()).isTrue();
    }

    /** Something that waits until the reader tells it. */
    private interface Wait {
        boolean run() throws CardException;
    }

    /** A thread that is waiting already, so that only a signal can wake it in time. */
    private static Thread waiting(Wait wait) {
        Thread thread = new Thread(() -> {
            try {
                wait.run();
            } catch (CardException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
