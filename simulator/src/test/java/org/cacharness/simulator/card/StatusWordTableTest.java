package org.cacharness.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cacharness.simulator.card.StatusWordTable.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusWordTableTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Map<CardModel, SimulatedCac> cards = new EnumMap<>(CardModel.class);

    @AfterAll
    void end() {
        cards.values().forEach(SimulatedCac::close);
    }

    @TestFactory
    Stream<DynamicTest> each_row_of_the_table() throws IOException {
        List<Row> rows = StatusWordTable.read().rows();
        assertThat(rows).hasSizeGreaterThan(700);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.title(), () -> check(row)));
    }

    /** A card serves as long as no row has spent a try or changed a PIN: then the next row would find another state. */
    private void check(Row row) {
        SimulatedCac card = cards.computeIfAbsent(
                row.model(),
                model -> SimulatedCac.personalise(TestCredentials.dual().as(model)));
        card.powerOn();
        check(row, card);
        card.powerOff();
        if (card.triesLeft() < 3 || row.changesPin()) {
            card.close();
            cards.remove(row.model());
        }
    }

    private static void check(Row row, SimulatedCac card) {
        row.before().forEach(earlier -> card.transceive(StatusWordTable.bytes(earlier)));

        String response = HEX.formatHex(card.transceive(StatusWordTable.bytes(row.command())));

        assertThat(response.substring(response.length() - 4)).matches(row.pattern());
        assertThat(response.length() > 4).as("data").isEqualTo(row.wantsData());
    }
}
