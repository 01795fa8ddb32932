package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApduExchangeTest {
    private static final HexFormat HEX = HexFormat.of();

    private static ApduExchange exchange(String command, String response) {
        return ApduExchange.of(HEX.parseHex(command), HEX.parseHex(response), Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0020000008313233343536FFFF",
                "8020000008313233343536FFFF",
                "0020008006313233343536",
                "00240000100000000000000000313233343536FFFF",
                "002C00800C313233343536313233343536",
                // A length that is wrong: the PIN is in there all the same
                "0020000001313233343536FFFF"
            })
    void a_pin_is_not_written_down(String command) {
        ApduExchange exchange = exchange(command, "9000");

        assertThat(exchange.command())
                .startsWith(command.substring(0, 10))
                .doesNotContain("3132")
                .endsWith("**");
        assertThat(exchange.toString()).doesNotContain("3132");
    }

    @Test
    void what_the_key_made_is_not_written_down_since_it_may_be_plain_text() {
        assertThat(exchange("0042000001AA", "0102039000").response()).isEqualTo("******9000");
        assertThat(exchange("00C0000003", "0102039000").response()).isEqualTo("******9000");
    }

    @Test
    void all_else_is_written_down() {
        assertThat(exchange("00a4040002a000", "6f019000")).hasToString("00A4040002A000 -> 6F019000");
        assertThat(exchange("0020000000", "63c3")).hasToString("0020000000 -> 63C3");
    }
}
