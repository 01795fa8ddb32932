package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cacharness.simulator.card.SimulatedCacTest.send;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault does on the wire what the catalogue says, once where it strikes once, and a card in order does not. */
class CardFaultTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String RIGHT = "0020000008313233343536FFFF";
    private static final String WRONG = "0020000008393939393939FFFF";
    private static final String SHORT = "002000000831323334FFFFFFFF";
    private static final String QUERY = "00200000";
    private static final String SELECT_IDENTITY = "00A4040007A0000000790100";
    private static final String SELECT_EC = "00A4040007A0000000790101";
    private static final String SIGN = "0042000020" + "22".repeat(32);
    private static final String READ_LENGTH_OF_TAGS = "00520000020102";

    @ParameterizedTest
    @CsvSource({"TWO_TRIES_LEFT, 63C2, 63C1", "ONE_TRY_LEFT, 63C1, 63C0", "BLOCKED, 63C0, 6983"})
    void tries_were_used_up_before_the_card_came(CardFault fault, String state, String afterWrong) {
        try (SimulatedCac card = powered(fault)) {
            assertThat(card.ledger().pinPresentations()).isZero();
            assertThat(send(card, QUERY)).isEqualTo(state);
            assertThat(send(card, WRONG)).isEqualTo(afterWrong);
        }
    }

    @Test
    void a_short_pin_is_refused_and_costs_no_try() {
        try (SimulatedCac card = powered(CardFault.PIN_FORMAT_REFUSED)) {
            assertThat(send(card, SHORT)).isEqualTo("6A80");
            assertThat(send(card, QUERY)).isEqualTo("63C3");
            assertThat(send(card, RIGHT)).isEqualTo("9000");
        }
        try (SimulatedCac sound = SimulatedCac.personalise(TestCredentials.ada())) {
            sound.powerOn();
            assertThat(send(sound, SHORT)).isEqualTo("63C2");
        }
    }

    @ParameterizedTest
    @CsvSource({"LOGIN_LOST, 6982", "ERROR_6F00, 6F00", "ERROR_6581, 6581", "ERROR_6A84, 6A84", "ERROR_9240, 9240"})
    void a_signature_fails_once(CardFault fault, String statusWord) {
        try (SimulatedCac card = readyToSign(fault)) {
            assertThat(send(card, SIGN)).isEqualTo(statusWord);

            if (fault == CardFault.LOGIN_LOST) {
                assertThat(send(card, QUERY)).isEqualTo("63C3");
                send(card, RIGHT);
            }
            assertThat(send(card, SIGN)).endsWith("9000").hasSizeGreaterThan(4);

            card.armFault();
            assertThat(send(card, SIGN)).isEqualTo(statusWord);
        }
    }

    @Test
    void without_the_pin_no_signature_is_there_to_fail() {
        try (SimulatedCac card = powered(CardFault.ERROR_6F00)) {
            send(card, SELECT_EC);
            assertThat(send(card, SIGN)).isEqualTo("6982");
        }
    }

    @Test
    void every_signature_needs_the_pin() {
        try (SimulatedCac card = readyToSign(CardFault.PIN_FOR_EACH_SIGNATURE)) {
            assertThat(send(card, SIGN)).endsWith("9000");
            assertThat(send(card, SIGN)).isEqualTo("6982");
            send(card, RIGHT);
            assertThat(send(card, SIGN)).endsWith("9000");
        }
    }

    @Test
    void the_key_is_not_the_certificates() throws GeneralSecurityException {
        CardContents sound = TestCredentials.contents(
                TestCredentials.ADA, TestCredentials.P_256, TestCredentials.RSA_2048, anotherP256());

        assertThat(signsAsItsIdentityCertificateSays(sound)).isTrue();
        assertThat(signsAsItsIdentityCertificateSays(sound.with(CardFault.WRONG_KEY)))
                .isFalse();
    }

    @Test
    void a_card_that_is_pulled_while_it_signs_gives_no_answer_and_is_gone() throws CardException {
        SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(CardFault.PULLED_DURING_SIGN))) {
            Card connected = connectedToSign(terminal, card);

            assertThatExceptionOfType(CardException.class)
                    .isThrownBy(() -> transmit(connected, SIGN))
                    .withMessageContaining("removed");
            assertThat(terminal.isCardPresent()).isFalse();
            assertThat(card.ledger().signatures()).isZero();

            terminal.insert(card);
            assertThat(transmit(connectedAgain(terminal), QUERY)).isEqualTo("63C3");
        }
    }

    @Test
    void a_card_that_is_pulled_while_the_page_loads_has_signed() throws CardException {
        SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");
        try (SimulatedCac card =
                SimulatedCac.personalise(TestCredentials.ada().with(CardFault.PULLED_DURING_PAGE_LOAD))) {
            Card connected = connectedToSign(terminal, card);

            assertThat(transmit(connected, SIGN)).endsWith("9000");
            assertThat(terminal.isCardPresent()).isFalse();
            assertThat(card.ledger().signatures()).isEqualTo(1);
        }
    }

    @Test
    void a_card_that_is_pulled_before_the_pin_was_read_before() throws CardException {
        SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(CardFault.PULLED_BEFORE_PIN))) {
            terminal.insert(card);
            Card connected = terminal.connect("*");
            assertThat(transmit(connected, QUERY)).isEqualTo("63C3");
            transmit(connected, SELECT_EC);
            assertThat(transmit(connected, READ_LENGTH_OF_TAGS)).endsWith("9000");

            assertThatExceptionOfType(CardException.class).isThrownBy(() -> transmit(connected, QUERY));
            assertThat(terminal.isCardPresent()).isFalse();
        }
    }

    @Test
    void a_mute_card_stays_mute_until_it_loses_power() throws CardException {
        SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(CardFault.MUTE))) {
            Card connected = connectedToSign(terminal, card);

            for (String command : new String[] {SIGN, QUERY}) {
                assertThatExceptionOfType(CardException.class)
                        .isThrownBy(() -> transmit(connected, command))
                        .withMessageContaining("no answer");
            }
            assertThat(terminal.isCardPresent()).isTrue();

            terminal.pull();
            Card again = connectedToSign(terminal, card);
            assertThat(transmit(again, SIGN)).endsWith("9000");
        }
    }

    @Test
    void signatures_come_without_their_leading_zeros() {
        byte[] longest = new byte[0];
        byte[] shortest = new byte[300];
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(CardFault.SHORT_SIGNATURE))) {
            card.powerOn();
            send(card, RIGHT);
            send(card, SELECT_IDENTITY);
            // One signature in some two hundred begins with zero: that none of so many does has a chance of one in a
            // million
            for (int i = 0; i < 4_000 && (longest.length < 258 || shortest.length > 257); i++) {
                byte[] answer = HEX.parseHex(signed(card, i));
                longest = answer.length > longest.length ? answer : longest;
                shortest = answer.length < shortest.length ? answer : shortest;
            }
        }
        assertThat(longest).hasSize(258);
        // One in so many begins with two zeros
        assertThat(shortest).hasSizeBetween(254, 257);
        assertThat(shortest[0]).isNotZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_faulty_card_is_still_a_card(CardFault fault) {
        try (SimulatedCac card = powered(fault)) {
            assertThat(send(card, SELECT_EC)).endsWith("9000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_is_found_by_its_name(CardFault fault) {
        assertThat(CardFault.named(fault.label())).contains(fault);
        assertThat(fault.label()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void a_card_whose_fault_does_not_show_is_in_order() {
        try (SimulatedCac card = SimulatedCac.personalise(
                TestCredentials.ada().with(CardFault.BLOCKED).with(Set.of(CardMutant.FAULT_DOES_NOT_SHOW)))) {
            card.powerOn();
            assertThat(send(card, QUERY)).isEqualTo("63C3");
        }
    }

    private static SimulatedCac powered(CardFault fault) {
        SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(fault));
        card.powerOn();
        return card;
    }

    private static SimulatedCac readyToSign(CardFault fault) {
        SimulatedCac card = powered(fault);
        send(card, SELECT_EC);
        send(card, RIGHT);
        return card;
    }

    private static Card connectedToSign(SimulatedTerminal terminal, SimulatedCac card) throws CardException {
        terminal.insert(card);
        Card connected = connectedAgain(terminal);
        transmit(connected, SELECT_EC);
        transmit(connected, RIGHT);
        return connected;
    }

    private static Card connectedAgain(SimulatedTerminal terminal) throws CardException {
        return terminal.connect("*");
    }

    private static String transmit(Card card, String command) throws CardException {
        return HEX.formatHex(card.getBasicChannel()
                .transmit(new CommandAPDU(HEX.parseHex(command)))
                .getBytes());
    }

    /** A block below any modulus of 2048 bits, in two parts. */
    private static String signed(SimulatedCac card, int number) {
        byte[] block = new byte[256];
        Arrays.fill(block, 4, 252, (byte) 0x5A);
        ByteBuffer.wrap(block).putInt(252, number);
        String hex = HEX.formatHex(block);
        send(card, "00428000F0" + hex.substring(0, 480));
        return send(card, "0042000010" + hex.substring(480));
    }

    private static boolean signsAsItsIdentityCertificateSays(CardContents contents) throws GeneralSecurityException {
        try (SimulatedCac card = SimulatedCac.personalise(contents)) {
            card.powerOn();
            send(card, RIGHT);
            send(card, SELECT_IDENTITY);
            byte[] answer = HEX.parseHex(send(card, SIGN));
            Signature verification = Signature.getInstance("NONEwithECDSA");
            verification.initVerify(contents.credentials().get(0).certificate());
            verification.update(HEX.parseHex("22".repeat(32)));
            return verification.verify(Arrays.copyOf(answer, answer.length - 2));
        }
    }

    private static KeyPair anotherP256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
