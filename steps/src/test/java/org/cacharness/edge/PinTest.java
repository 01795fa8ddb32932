package org.cacharness.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    @Test
    void does_not_show_its_digits() {
        try (Pin pin = Cards.pin("739146")) {
            assertThat(pin).hasToString("Pin[****]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "123456789", "12a4", "١٢٣٤"})
    void takes_four_to_eight_digits_and_says_nothing_of_others(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cards.pin(digits))
                .satisfies(refusal -> assertThat(refusal.toString().contains("\"" + digits + "\""))
                        .isFalse())
                .withMessageContaining("got " + digits.length() + " characters");
    }

    @Test
    void pads_with_FF_to_eight_bytes() {
        byte[] command = new byte[13];
        try (Pin pin = Cards.pin("1234")) {
            pin.writeBlock(command, 5);
        }

        assertThat(Hex.of(command)).isEqualTo("000000000031323334FFFFFFFF");
    }

    @Test
    void is_of_no_use_once_closed() {
        Pin pin = Cards.pin("1234");
        pin.close();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> pin.writeBlock(new byte[8], 0));
    }

    @Test
    void the_command_is_zeroed_after_the_card_was_asked() throws CardConnectionException {
        byte[][] sent = new byte[1][];
        CacCard card = new CacCard(
                command -> {
                    sent[0] = command;
                    return command.length == 4 ? new byte[] {0x63, (byte) 0xC3} : new byte[] {(byte) 0x90, 0};
                },
                new PinGuard(PinPolicy.simulated()));

        try (Pin pin = Cards.pin("1234")) {
            card.present(pin);
        }

        assertThat(sent[0]).hasSize(13).containsOnly(0);
    }
}
