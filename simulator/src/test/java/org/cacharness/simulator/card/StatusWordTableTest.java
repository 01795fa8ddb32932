package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StatusWordTableTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern REPEAT = Pattern.compile("([0-9A-F]{2})\\*([0-9A-F]{2})");

    @TestFactory
    Stream<DynamicTest> each_row_of_the_table() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(80);
        CardContents contents = TestCredentials.ada();
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.title(), () -> row.check(contents)));
    }

    private static List<Row> rows() throws IOException {
        Map<String, String> names = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (String line : table().lines().toList()) {
            if (line.startsWith("@")) {
                String[] parts = line.substring(1).split("=", -1);
                names.put(parts[0].strip(), parts[1].strip());
            } else if (line.contains("|") && !line.startsWith("#")) {
                rows.add(Row.of(line, names));
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

    private record Row(String state, List<String> before, String command, String answer, String why) {
        static Row of(String line, Map<String, String> names) {
            String[] cells = line.split("\\|", -1);
            List<String> before = Stream.of(cells[0].strip().split(" +", -1))
                    .filter(name -> !name.equals("-"))
                    .map(name -> Objects.requireNonNull(names.get(name), name))
                    .toList();
            return new Row(cells[0].strip(), before, cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        String title() {
            return "[" + state + "] " + command + " -> " + answer + ": " + why;
        }

        void check(CardContents contents) {
            try (SimulatedCac card = SimulatedCac.personalise(contents)) {
                card.powerOn();
                before.forEach(earlier -> card.transceive(bytes(earlier)));

                String response = HEX.formatHex(card.transceive(bytes(command)));

                assertThat(response).endsWith(answer.substring(answer.length() - 4));
                assertThat(response.length() > 4).isEqualTo(answer.startsWith("xx"));
            }
        }
    }
}
