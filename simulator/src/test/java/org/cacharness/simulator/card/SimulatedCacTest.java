package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.cacharness.simulator.pki.CertificateRole;
import org.junit.jupiter.api.Test;

class SimulatedCacTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String RIGHT = "0020000008313233343536FFFF";
    private static final String WRONG = "0020000008393939393939FFFF";
    private static final String QUERY = "00200000";
    private static final String SELECT_EC = "00A4040007A0000000790101";
    private static final String SELECT_PERSON = "00A4040007A0000000790200";

    @Test
    void two_cards_in_one_process_share_nothing() throws Exception {
        try (SimulatedCac ada = powered(TestCredentials.ada());
                SimulatedCac ben = powered(TestCredentials.contents(
                        TestCredentials.BEN, TestCredentials.OTHER_RSA_2048, otherEc(), TestCredentials.P_384))) {
            assertThat(send(ada, WRONG)).isEqualTo("63C2");
            assertThat(send(ben, RIGHT)).isEqualTo("9000");
            assertThat(send(ada, QUERY)).isEqualTo("63C2");
            assertThat(send(ada, RIGHT)).isEqualTo("9000");
            assertThat(send(ben, WRONG)).isEqualTo("63C2");
            assertThat(send(ada, QUERY)).isEqualTo("9000");
            assertThat(ben.triesLeft()).isEqualTo(2);
            assertThat(ada.triesLeft()).isEqualTo(3);
        }
    }

    @Test
    void each_card_signs_with_its_own_key() throws Exception {
        try (SimulatedCac ada = powered(TestCredentials.ada());
                SimulatedCac ben = powered(TestCredentials.contents(
                        TestCredentials.BEN, TestCredentials.RSA_2048, otherEc(), TestCredentials.P_384))) {
            assertThat(verifies(ada, signature(ada))).isTrue();
            assertThat(verifies(ada, signature(ben))).isFalse();
            assertThat(verifies(ben, signature(ben))).isTrue();
        }
    }

    @Test
    void the_try_counter_survives_power_off_and_the_pin_state_does_not() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            send(ada, WRONG);
            ada.powerOff();
            ada.powerOn();
            assertThat(send(ada, QUERY)).isEqualTo("63C2");

            send(ada, RIGHT);
            ada.reset();

            assertThat(send(ada, QUERY)).isEqualTo("63C3");
        }
    }

    @Test
    void a_changed_pin_replaces_the_old_one() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            assertThat(send(ada, "0024000010" + "313233343536FFFF" + "3837363534333231"))
                    .isEqualTo("9000");
            assertThat(send(ada, QUERY)).isEqualTo("9000");
            ada.reset();

            assertThat(send(ada, RIGHT)).isEqualTo("63C2");
            assertThat(send(ada, "00200000083837363534333231")).isEqualTo("9000");
        }
    }

    @Test
    void the_ledger_counts_what_was_sent() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            List.of(QUERY, WRONG, RIGHT, SELECT_EC, "00420000202020", "0042000020" + "11".repeat(32))
                    .forEach(command -> send(ada, command));

            assertThat(ada.ledger())
                    .returns(6, CardLedger::commands)
                    .returns(1, CardLedger::pinQueries)
                    .returns(2, CardLedger::pinPresentations)
                    .returns(1, CardLedger::pinRefusals)
                    .returns(1, CardLedger::signatures)
                    .returns(1, CardLedger::powerOns);
        }
    }

    @Test
    void looking_at_the_back_of_the_card_costs_nothing() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            assertThat(ada.triesLeft()).isEqualTo(3);
            assertThat(ada.isPinVerified()).isFalse();
            assertThat(ada.ledger().commands()).isZero();
        }
    }

    @Test
    void the_person_on_the_card_is_read_with_the_pin() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            send(ada, SELECT_PERSON);
            assertThat(send(ada, "00520000020240")).isEqualTo("6982");
            send(ada, RIGHT);

            String values = send(ada, "00520000020240");

            assertThat(new String(HEX.parseHex(values), US_ASCII)).contains("ADAKINGLOVELACE9900000001");
        }
    }

    @Test
    void the_longest_command_reaches_the_applet_with_its_length_field() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            assertThat(send(ada, "0020000" + "0FF" + "31".repeat(255) + "00")).isEqualTo("6700");
            assertThat(ada.triesLeft()).isEqualTo(3);
        }
    }

    @Test
    void a_long_answer_waits_for_get_response_until_another_command_comes() {
        CardContents larger = TestCredentials.contents(
                TestCredentials.ADA, TestCredentials.rsa3072(), TestCredentials.P_256, TestCredentials.P_384);
        try (SimulatedCac ada = powered(larger)) {
            send(ada, RIGHT);
            send(ada, "00A4040007A0000000790100");

            assertThat(signFullBlock(ada)).hasSize(2 * 258).endsWith("6180");
            assertThat(send(ada, "00C0000040")).hasSize(2 * 66).endsWith("6140");
            assertThat(send(ada, "00C0000000")).hasSize(2 * 66).endsWith("9000");
            assertThat(send(ada, "00C0000000")).isEqualTo("6A88");

            assertThat(signFullBlock(ada)).endsWith("6180");
            send(ada, QUERY);
            assertThat(send(ada, "00C0000000")).isEqualTo("6A88");
        }
    }

    @Test
    void a_block_above_the_modulus_is_refused_and_the_key_works_on() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            send(ada, RIGHT);
            send(ada, "00A4040007A0000000790100");
            send(ada, "00428000F0" + "FF".repeat(240));
            assertThat(send(ada, "0042000010" + "FF".repeat(16) + "00")).isEqualTo("6984");

            send(ada, "00428000F0" + "00".repeat(240));
            assertThat(send(ada, "0042000010" + "01".repeat(16) + "00"))
                    .hasSize(2 * 258)
                    .endsWith("9000");
        }
    }

    @Test
    void properties_have_the_shape_that_middleware_reads() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            assertThat(send(ada, "0056010000"))
                    .matches("01051002060203" + "400101" + "500B" + "4102DB00" + "420500[0-9A-F]{8}" + "9000");
            send(ada, "00A4040007A0000000790100");
            assertThat(send(ada, "0056010000"))
                    .matches("01051002060203" + "400101" + "5111" + "41020100" + "4205000A00[0-9A-F]{4}"
                            + "430406200101" + "9000");
            assertThat(send(ada, "00560200014000")).isEqualTo("4001019000");
        }
    }

    @Test
    void a_certificate_file_has_its_length_then_tags_in_the_order_of_the_field() {
        try (SimulatedCac ada = powered(TestCredentials.ada())) {
            send(ada, "00A4040007A0000000790100");

            assertThat(send(ada, "8052000002010A")).matches("0800" + "7101" + "70FF[0-9A-F]{4}" + "7226" + "9000");
        }
    }

    @Test
    void challenges_differ_on_one_card_and_between_cards() {
        try (SimulatedCac ada = powered(TestCredentials.ada());
                SimulatedCac twin = powered(TestCredentials.ada())) {
            assertThat(List.of(send(ada, "0084000008"), send(ada, "0084000008"), send(twin, "0084000008")))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void without_power_there_is_no_answer() {
        try (SimulatedCac ada = SimulatedCac.personalise(TestCredentials.ada())) {
            assertThatIllegalStateException().isThrownBy(() -> send(ada, QUERY));
        }
    }

    @Test
    void has_the_atr_of_a_card_of_the_field() {
        try (SimulatedCac ada = SimulatedCac.personalise(TestCredentials.ada())) {
            assertThat(HEX.formatHex(ada.atr())).isEqualTo("3B7D96000080318065B0831117D683009000");
        }
    }

    @Test
    void a_key_of_another_kind_is_refused_when_the_card_is_made() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        CardContents contents = TestCredentials.contents(
                TestCredentials.ADA, generator.generateKeyPair(), TestCredentials.P_256, TestCredentials.P_384);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedCac.personalise(contents))
                .withMessageContaining("RSA-1024");
    }

    @Test
    void contents_show_neither_pin_nor_key() {
        assertThat(TestCredentials.ada().toString()).contains("PIN ****").doesNotContain("123456");
    }

    private static String signFullBlock(SimulatedCac card) {
        send(card, "00428000F0" + "00".repeat(240));
        return send(card, "0042000090" + "01".repeat(144) + "00");
    }

    static String send(SimulatedCac card, String command) {
        return HEX.formatHex(card.transceive(HEX.parseHex(command)));
    }

    private static SimulatedCac powered(CardContents contents) {
        SimulatedCac card = SimulatedCac.personalise(contents);
        card.powerOn();
        return card;
    }

    static byte[] signature(SimulatedCac card) {
        send(card, RIGHT);
        send(card, SELECT_EC);
        byte[] response = card.transceive(HEX.parseHex("0042000020" + "22".repeat(32)));
        return Arrays.copyOf(response, response.length - 2);
    }

    static boolean verifies(SimulatedCac card, byte[] signature) {
        try {
            Signature verification = Signature.getInstance("NONEwithECDSA");
            verification.initVerify(card.contents().credentials().stream()
                    .filter(credential -> credential.role() == CertificateRole.EMAIL_SIGNATURE)
                    .findFirst()
                    .orElseThrow()
                    .certificate());
            verification.update(HEX.parseHex("22".repeat(32)));
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair otherEc() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
