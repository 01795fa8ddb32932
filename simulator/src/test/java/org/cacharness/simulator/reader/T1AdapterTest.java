package org.cacharness.simulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class T1AdapterTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @ParameterizedTest
    @CsvSource({
        "case 2 with less than there is, 0084000004, 01020304050607089000, 6C08",
        "case 2 with all that there is, 0084000008, 01020304050607089000, 01020304050607089000",
        "case 2 with more, 0084000010, 01020304050607089000, 01020304050607089000",
        "case 2 with Le 00, 0084000000, 01020304050607089000, 01020304050607089000",
        "case 4 with less, 00A4040002A00001, 6F029000, 6C02",
        "case 4 with Le 00, 00A4040002A00000, 6F029000, 6F029000",
        "case 3 to which cards answer all the same, 00A4040002A000, 6F029000, 6F029000",
        "case 1, 00200000, 63C3, 63C3",
        "a refusal, 0084000004, 6A86, 6A86",
    })
    void the_response_is_not_longer_than_expected(String what, String command, String response, String seen) {
        ContactCard adapter = new T1Adapter(new ScriptedCard().answering(command, response));

        assertThat(HEX.formatHex(adapter.transceive(HEX.parseHex(command))))
                .as(what)
                .isEqualTo(seen);
    }
}
