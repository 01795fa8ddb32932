package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short run of the fuzzer. */
class ApduFuzzTest {
    private static final int COMMANDS = 6_000;

    @ParameterizedTest
    @EnumSource
    void any_commands_in_any_order_leave_the_card_in_order(CardModel model) throws IOException {
        StatusWordTable table = StatusWordTable.read();
        for (long seed : new long[] {2, 3}) {
            try (ApduFuzz fuzz = new ApduFuzz(model, seed, table)) {
                fuzz.run(COMMANDS);

                assertThat(fuzz.tried()).isEqualTo(COMMANDS);
                assertThat(fuzz.answeredWithData())
                        .as("commands that reached something")
                        .isGreaterThan(COMMANDS / 20);
            }
        }
    }
}
