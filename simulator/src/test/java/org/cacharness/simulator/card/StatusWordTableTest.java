package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusWordTableTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern REPEAT = Pattern.compile("([0-9A-F]{2})\\*([0-9A-F]{2})");

    private final Map<CardModel, SimulatedCac> cards = new EnumMap<>(CardModel.class);

    @AfterAll
    void end() {
        cards.values().forEach(SimulatedCac::close);
    }

    @TestFactory
    Stream<DynamicTest> each_row_of_the_table() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(500);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.title(), () -> check(row)));
    }

    /** A card serves as long as no row has spent a try or changed a PIN: then the next row would find another state. */
    private void check(Row row) {
        SimulatedCac card = cards.computeIfAbsent(
                row.model(),
                model -> SimulatedCac.personalise(TestCredentials.dual().as(model)));
        card.powerOn();
        row.check(card);
        card.powerOff();
        if (card.triesLeft() < 3 || row.changesPin()) {
            card.close();
            cards.remove(row.model());
        }
    }

    private static List<Row> rows() throws IOException {
        Map<String, String> names = new HashMap<>();
        List<CardModel> models = List.of();
        List<Row> rows = new ArrayList<>();
        for (String line : table().lines().toList()) {
            if (line.startsWith("@")) {
                String[] parts = line.substring(1).split("=", -1);
                names.put(parts[0].strip(), parts[1].strip());
            } else if (line.startsWith("card ")) {
                models = Stream.of(line.substring(5).split(" +", -1))
                        .map(CardModel::valueOf)
                        .toList();
            } else if (line.contains("|") && !line.startsWith("#")) {
                models.forEach(model -> rows.add(Row.of(model, line, names)));
            }
        }
        return rows;
    }

    private static String table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StatusWordTableTest.class.getResourceAsStream("status-words.txt"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** {@code NN*BB} in a command stands for NN times the byte BB. */
    private static byte[] bytes(String text) {
        Matcher repeat = REPEAT.matcher(text);
        return HEX.parseHex(repeat.replaceAll(found -> found.group(2).repeat(Integer.parseInt(found.group(1), 16))));
    }

    private record Row(CardModel model, String state, List<String> before, String command, String answer, String why) {
        static Row of(CardModel model, String line, Map<String, String> names) {
            String[] cells = line.split("\\|", -1);
            List<String> before = Stream.of(cells[0].strip().split(" +", -1))
                    .filter(name -> !name.equals("-"))
                    .map(name -> Objects.requireNonNull(names.get(name), name))
                    .toList();
            return new Row(model, cells[0].strip(), before, cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        String title() {
            return model + " [" + state + "] " + command + " -> " + answer + ": " + why;
        }

        boolean changesPin() {
            return Stream.concat(before.stream(), Stream.of(command))
                    .anyMatch(sent -> sent.startsWith("24", 2) || sent.startsWith("2C", 2));
        }

        void check(SimulatedCac card) {
            before.forEach(earlier -> card.transceive(bytes(earlier)));

            String response = HEX.formatHex(card.transceive(bytes(command)));

            // LL stands for any length
            assertThat(response)
                    .matches(".*" + answer.substring(answer.length() - 4).replace("LL", ".."));
            assertThat(response.length() > 4).isEqualTo(answer.startsWith("xx"));
        }
    }
}
