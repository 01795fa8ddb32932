package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any bytes to a faulty card give a status word, or no card any more; nothing else comes out of the reader. */
class FaultyCardFuzzTest {
    private static final int COMMANDS = 400;
    private static final byte[] RIGHT_PIN = HexFormat.of().parseHex("0020000008313233343536FFFF");

    private final SimulatedTerminal terminal = new SimulatedTerminal("Reader 1");

    @ParameterizedTest
    @EnumSource
    void any_commands_are_answered_or_end_with_the_card_gone(CardFault fault) throws IOException, CardException {
        CommandSource source = new CommandSource(
                fault.name().hashCode(), StatusWordTable.read().rowsOf(CardModel.CAC_ONLY));
        try (SimulatedCac card = SimulatedCac.personalise(TestCredentials.ada().with(fault))) {
            for (int i = 0; i < COMMANDS; i++) {
                CardChannel channel = insert(card);
                if (i % 20 == 0) {
                    // So that chance reaches what needs the PIN
                    answer(channel, RIGHT_PIN);
                }
                answer(channel, source.next());
            }
        }
    }

    private CardChannel insert(SimulatedCac card) throws CardException {
        if (!terminal.isCardPresent()) {
            card.armFault();
            terminal.insert(card);
        }
        Card connected = terminal.connect("*");
        return connected.getBasicChannel();
    }

    private void answer(CardChannel channel, byte[] command) {
        ByteBuffer response = ByteBuffer.allocate(300);
        try {
            int length = channel.transmit(ByteBuffer.wrap(command), response);

            assertThat(length).isBetween(2, 258);
            assertThat(statusWord(Arrays.copyOf(response.array(), length))).isBetween(0x6100, 0x9FFF);
        } catch (CardException gone) {
            assertThat(gone).hasMessageContaining("Card in Reader 1");
            terminal.pull();
        }
    }

    private static int statusWord(byte[] response) {
        return ByteBuffer.wrap(response).getShort(response.length - 2) & 0xFFFF;
    }
}
