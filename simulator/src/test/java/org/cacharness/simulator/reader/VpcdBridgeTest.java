package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.cacharness.simulator.card.CardCondition;
import org.cacharness.simulator.card.CardPulledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VpcdBridgeTest {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ScriptedCard card = new ScriptedCard().answering("00840000", "01029000");
    private final CardCondition condition = new CardCondition();
    private VpcdBridge bridge;
    private FakeVpcd vpcd;

    @BeforeEach
    void insert() throws IOException {
        insertWithDeadline(LONG);
    }

    @AfterEach
    void end() throws IOException {
        bridge.close();
        vpcd.close();
    }

    private void insertWithDeadline(Duration deadline) throws IOException {
        vpcd = FakeVpcd.listen();
        bridge = VpcdBridge.connect(vpcd.port(), card, condition, deadline);
        vpcd.accept();
    }

    @Test
    void power_and_reset_reach_the_card_and_are_not_answered() throws IOException {
        vpcd.send("01");
        vpcd.send("02");
        vpcd.send("00");

        assertThat(vpcd.ask("04")).as("the first answer is the ATR").isEqualTo("3B00");
        assertThat(card.seen()).containsExactly("on", "reset", "off");
        assertThat(vpcd.unread()).isZero();
    }

    @Test
    void the_card_is_reported_once_it_has_power_and_its_atr_was_read() throws Exception {
        vpcd.ask("04");
        assertThat(bridge.awaitReport(SHORT)).as("without power").isFalse();

        vpcd.send("01");
        vpcd.ask("04");

        assertThat(bridge.awaitReport(LONG)).isTrue();
    }

    @Test
    void a_card_that_was_taken_for_the_one_before_goes_again() throws Exception {
        vpcd.ask("04");
        vpcd.ask("04");

        vpcd.send("04");

        assertThat(vpcd.sawTheCardGo())
                .as("no power was given: the reader did not notice the swap")
                .isTrue();
        assertThat(bridge.awaitReport(LONG)).isFalse();
    }

    /** pcscd takes the power of a card that nobody uses two looks later, whether it is still there or not. */
    @Test
    void a_card_stays_while_the_power_of_the_one_before_is_taken() throws Exception {
        vpcd.ask("04");
        vpcd.send("00");
        vpcd.ask("04");
        vpcd.ask("04");

        vpcd.send("01");
        vpcd.ask("04");

        assertThat(bridge.awaitReport(LONG)).isTrue();
    }

    @Test
    void a_card_that_had_power_stays() throws IOException {
        vpcd.send("01");
        vpcd.ask("04");
        assertThat(bridge.hasPower()).isTrue();
        vpcd.send("00");

        for (int look = 0; look < 5; look++) {
            assertThat(vpcd.ask("04")).isEqualTo("3B00");
        }
        assertThat(bridge.hasPower()).isFalse();
    }

    @Test
    void every_command_is_answered_even_an_empty_one_and_one_that_fails() throws IOException {
        assertThat(vpcd.ask("00840000")).isEqualTo("01029000");
        assertThat(vpcd.ask("FFFFFFFF")).isEqualTo("6D00");
        assertThat(vpcd.ask("")).isEqualTo("6700");
        assertThat(vpcd.ask(ScriptedCard.DEFECT)).isEqualTo("6F00");
    }

    @Test
    void closing_pulls_the_card_and_ends_the_thread() throws IOException {
        vpcd.send("01");
        vpcd.ask("04");

        bridge.close();

        assertThat(vpcd.sawTheCardGo()).isTrue();
        assertThat(card.seen()).containsExactly("on", "off");
        assertThat(bridge.isEnded()).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("vpcd-bridge");
    }

    @Test
    void a_reader_that_goes_away_takes_the_power_with_it() throws Exception {
        vpcd.send("01");
        vpcd.ask("04");

        vpcd.close();

        assertThat(ends()).isTrue();
        assertThat(card.seen()).endsWith("off");
    }

    @Test
    void a_mute_card_answers_when_it_recovers() throws IOException {
        condition.mute();
        vpcd.send("00840000");
        assertThat(vpcd.unread()).isZero();

        condition.recover();

        assertThat(vpcd.ask("00840000")).isEqualTo("01029000");
    }

    @Test
    void a_slow_card_answers_late() throws IOException {
        condition.slow(SHORT);
        long begun = System.nanoTime();

        vpcd.ask("00840000");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void a_card_that_stays_mute_is_pulled_so_that_the_reader_does_not_hang() throws Exception {
        end();
        insertWithDeadline(SHORT);
        condition.mute();

        vpcd.send("00840000");

        assertThat(vpcd.sawTheCardGo()).isTrue();
        assertThat(ends()).isTrue();
    }

    @Test
    void a_card_that_is_pulled_during_a_command_is_gone() throws Exception {
        card.leaving("00420000", CardPulledException.withoutAnswer());

        vpcd.send("00420000");

        assertThat(vpcd.sawTheCardGo()).isTrue();
        assertThat(ends()).isTrue();
    }

    @Test
    void a_card_that_is_pulled_after_its_answer_is_gone_then() throws Exception {
        card.leaving("00420000", CardPulledException.after(new byte[] {1, 2, (byte) 0x90, 0}));

        assertThat(vpcd.ask("00420000")).isEqualTo("01029000");
        assertThat(vpcd.sawTheCardGo()).isTrue();
    }

    @Test
    void without_a_vpcd_the_port_and_what_to_do_are_told() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }

        assertThatThrownBy(() -> VpcdBridge.connect(free, card, condition, LONG))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + free)
                .hasMessageContaining("start pcscd");
    }

    private boolean ends() throws InterruptedException {
        return bridge.awaitEnd(LONG);
    }
}
