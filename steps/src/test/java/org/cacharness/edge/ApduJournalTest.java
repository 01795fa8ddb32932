package org.cacharness.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ApduJournalTest {
    @Test
    void the_pin_is_nowhere_in_the_journal() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin right = Cards.pin(Cards.PIN);
                Pin replacement = Cards.pin("24681357")) {
            ada.card.present(right);
            ada.card.changePin(right, replacement);

            assertThat(ada.journal.entries()).hasSize(4);
            assertThat(ada.journal.entries().toString())
                    .doesNotContain(Cards.PIN, "24681357", hex(Cards.PIN), hex("24681357"))
                    .contains("CHANGE REFERENCE DATA, PIN masked");
        }
    }

    @Test
    void commands_have_their_names_and_answers_their_meaning() throws CardConnectionException {
        try (Cards ada = Cards.ofAda();
                Pin wrong = Cards.pin("000000")) {
            ada.card.present(wrong);
            ada.card.sign(PkiInstance.EMAIL_SIGNATURE, new byte[32]);

            assertThat(ada.journal.lines())
                    .contains(
                            "VERIFY, PIN masked → 63C2, 2 tries left",
                            "SELECT A0000000790101 → 9000",
                            "SIGN/DECRYPT → 6982, PIN not verified");
        }
    }

    @Test
    void a_command_without_answer_is_journaled_too() {
        ApduJournal journal = new ApduJournal();
        CardConnection mute = new FaultyConnection(command -> command, Fault.MUTE, 0);
        CardConnection connection = new JournalingConnection(mute, journal, Clock.systemUTC());

        assertThatExceptionOfType(CardConnectionException.class)
                .isThrownBy(() -> connection.transceive(new byte[] {0, 0x20, 0, 0}));

        assertThat(journal.lines()).isEqualTo(List.of("VERIFY, tries left? → no answer"));
    }

    @Property(tries = 200)
    void a_pin_in_any_shape_of_pin_command_is_masked(
            @ForAll byte cla, @ForAll byte p1, @ForAll byte p2, @ForAll("pinInstructions") byte ins, @ForAll byte lc)
            throws CardConnectionException {
        ApduJournal journal = new ApduJournal();
        CardConnection connection =
                new JournalingConnection(command -> new byte[] {0x6E, 0}, journal, Clock.systemUTC());
        byte[] command = new byte[13];
        System.arraycopy(new byte[] {cla, ins, p1, p2, lc}, 0, command, 0, 5);
        System.arraycopy(Cards.PIN.getBytes(US_ASCII), 0, command, 5, 6);

        connection.transceive(command);

        assertThat(journal.entries().toString()).doesNotContain(hex(Cards.PIN), Cards.PIN);
    }

    @Provide
    Arbitrary<Byte> pinInstructions() {
        return Arbitraries.of((byte) 0x20, (byte) 0x24, (byte) 0x2C);
    }

    private static String hex(String digits) {
        return Hex.of(digits.getBytes(US_ASCII));
    }
}
