package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.simulator.card.CardContents;
import org.cacharness.simulator.card.CardFault;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.card.CardSerial;
import org.cacharness.simulator.pki.CardOrder;
import org.cacharness.simulator.pki.KeyKind;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the card client makes of cards that are at fault. */
class FaultyCardTest {
    private static final Persona ADA = Personas.builtIn().named("Ada");
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private static TestPki pki;

    @BeforeAll
    static void start() {
        CardProvider.register();
        pki = TestPki.start();
    }

    @AfterAll
    static void end() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CERTIFICATE_CUT_OFF",
                "CERTIFICATE_LENGTH_WRONG",
                "CERTIFICATE_EMPTY",
                "CERTIFICATE_STRAY_BYTE",
                "GZIP_FLAG_ON_PLAIN",
                "GZIP_WITHOUT_FLAG",
                "GZIP_BOMB",
                "TAG_LENGTH_CUT_OFF",
                "VALUE_FILE_SHORT"
            })
    void a_certificate_that_cannot_be_read_is_named_and_left_out(CardFault fault) throws CardConnectionException {
        try (Cards ada = Cards.of(cac(CardOrder.of(ADA)).with(fault))) {
            List<String> complaints = new ArrayList<>();

            assertThat(ada.card.certificates(unreadable -> complaints.add(unreadable.getMessage())))
                    .extracting(CardCertificate::instance)
                    .containsExactly(PkiInstance.EMAIL_SIGNATURE, PkiInstance.EMAIL_ENCRYPTION);
            assertThat(complaints).singleElement().asString().startsWith("Certificate for identity");
            assertThatExceptionOfType(CardAnswerException.class).isThrownBy(ada.card::certificates);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TAG_FILE_ODD", "CCC_POINTS_TO_ITSELF"})
    void what_is_merely_odd_is_read(CardFault fault) throws CardConnectionException {
        try (Cards ada = Cards.of(cac(CardOrder.of(ADA)).with(fault))) {
            assertThat(ada.card.certificates()).hasSize(3);
            assertThat(ada.card.serial())
                    .isEqualTo(ada.simulated.contents().serial().hex());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PULLED_DURING_SIGN", "MUTE"})
    void a_card_that_does_not_answer_is_gone(CardFault fault) throws CardConnectionException {
        try (Cards ada = Cards.of(cac(CardOrder.of(ADA)).with(fault))) {
            assertThatExceptionOfType(CardSignatureException.class)
                    .isThrownBy(() -> signature(ada))
                    .extracting(CardSignatureException::reason)
                    .isEqualTo(CardSignatureException.Reason.CARD_GONE);
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_6F00", "ERROR_6581", "ERROR_6A84", "ERROR_9240"})
    void a_passing_error_is_told_with_its_status_word_and_nothing_is_tried_again(CardFault fault)
            throws CardConnectionException {
        try (Cards ada = Cards.of(cac(CardOrder.of(ADA)).with(fault))) {
            assertThatExceptionOfType(CardSignatureException.class)
                    .isThrownBy(() -> signature(ada))
                    .withMessageContaining(fault.name().substring("ERROR_".length()))
                    .extracting(CardSignatureException::reason)
                    .isEqualTo(CardSignatureException.Reason.CARD_AT_FAULT);
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
            assertThat(ada.simulated.ledger().signatures()).isZero();
        }
    }

    @Test
    void a_lost_login_does_not_make_the_pin_be_sent_again() throws CardConnectionException {
        try (Cards ada = Cards.of(cac(CardOrder.of(ADA)).with(CardFault.LOGIN_LOST))) {
            assertThatExceptionOfType(CardSignatureException.class)
                    .isThrownBy(() -> signature(ada))
                    .withMessageContaining("a PIN that it has just accepted");
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void a_pin_that_was_not_compared_counts_as_refused_with_all_tries() throws CardConnectionException {
        try (Cards ada = Cards.of(cac(CardOrder.of(ADA)).with(CardFault.PIN_FORMAT_REFUSED));
                Pin shortPin = Cards.pin("1234")) {
            assertThat(ada.card.present(shortPin)).isEqualTo(new PinOutcome.Refused(3));
            assertThat(ada.simulated.ledger().pinPresentations()).isEqualTo(1);
        }
    }

    @Test
    void a_signature_without_its_leading_zero_verifies() throws Exception {
        CardOrder order = CardOrder.of(ADA).with(KeyKind.RSA_SHORT_SIGNATURES);
        try (Cards ada = Cards.of(cac(order).with(CardFault.SHORT_SIGNATURE))) {
            byte[] signature = signature(ada);

            Signature verification = Signature.getInstance("RSASSA-PSS");
            verification.setParameter(PSS);
            verification.initVerify(ada.certificate(PkiInstance.IDENTITY).certificate());
            verification.update((byte) 1);
            assertThat(signature).hasSize(256).startsWith(0);
            assertThat(verification.verify(signature)).isTrue();
        }
    }

    @Test
    void the_last_day_is_the_cards_and_not_the_certificates() throws CardConnectionException {
        CardContents expired = CardContents.of(
                        CardSerial.of(1),
                        ADA,
                        pki.issueCard(CardOrder.of(ADA).outlivedByItsCertificates()),
                        Cards.PIN.toCharArray())
                .as(CardModel.DUAL);
        try (Cards ada = Cards.of(expired);
                Cards without = Cards.ofAda()) {
            assertThat(ada.card.expires())
                    .contains(LocalDate.now(ZoneOffset.UTC).minusDays(1));
            assertThat(without.card.expires()).isEmpty();
        }
    }

    /** OpenSC selects the PIV application and leaves it so. */
    @Test
    void the_pin_is_the_same_when_other_software_has_selected_the_piv_application() throws CardConnectionException {
        try (Cards ada = Cards.of(dual());
                Pin wrong = Cards.pin("000000");
                Pin right = Cards.pin(Cards.PIN)) {
            CommandSender other = new CommandSender(ada.connection);
            other.select(new Aid("A000000308000010000100"));

            assertThat(ada.card.pinState()).isEqualTo(new PinState.TriesLeft(3));
            assertThat(ada.card.present(wrong)).isEqualTo(new PinOutcome.Refused(2));
            assertThat(ada.card.present(right)).isEqualTo(new PinOutcome.Accepted());
            assertThat(ada.journal.lines()).noneMatch(line -> line.startsWith("SELECT"));
        }
    }

    @Test
    void a_piv_driver_calls_the_card_by_its_chuid() throws CardConnectionException {
        try (Cards ada = Cards.of(dual());
                Cards without = Cards.ofAda()) {
            assertThat(ada.card.pivSerials()).hasSize(2).satisfies(serials -> {
                assertThat(serials.get(0)).as("FASC-N, 25 bytes").hasSize(50);
                assertThat(serials.get(1)).as("GUID, 16 bytes").hasSize(32);
            });
            assertThat(without.card.pivSerials()).isEmpty();
        }
    }

    private CardContents dual() {
        return CardContents.of(CardSerial.of(2), ADA, pki.issueCard(CardOrder.of(ADA)), Cards.PIN.toCharArray())
                .as(CardModel.DUAL);
    }

    private static CardContents cac(CardOrder order) {
        return CardContents.of(CardSerial.of(4711), ADA, pki.issueCac(order), Cards.PIN.toCharArray());
    }

    private static byte[] signature(Cards cards) throws GeneralSecurityException, CardConnectionException {
        Signature signing = Signature.getInstance("RSASSA-PSS");
        signing.initSign(cards.key(PkiInstance.IDENTITY, Cards.knows(Cards.PIN)));
        signing.setParameter(PSS);
        signing.update((byte) 1);
        return signing.sign();
    }
}
