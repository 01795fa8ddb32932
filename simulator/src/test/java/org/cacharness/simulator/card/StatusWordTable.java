package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** The table of status words: what each model of card answers, command by command and state by state. */
final class StatusWordTable {
    private static final Pattern REPEAT = Pattern.compile("([0-9A-F]{2})\\*([0-9A-F]{2})");

    private final Map<String, String> names = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private StatusWordTable() {}

    static StatusWordTable read() throws IOException {
        StatusWordTable table = new StatusWordTable();
        List<CardModel> models = List.of();
        for (String line : text().lines().toList()) {
            if (line.startsWith("@")) {
                String[] parts = line.substring(1).split("=", -1);
                table.names.put(parts[0].strip(), parts[1].strip());
            } else if (line.startsWith("card ")) {
                models = Stream.of(line.substring(5).split(" +", -1))
                        .map(CardModel::valueOf)
                        .toList();
            } else if (line.contains("|") && !line.startsWith("#")) {
                models.forEach(model -> table.rows.add(Row.of(model, line, table.names)));
            }
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    List<Row> rowsOf(CardModel model) {
        return rows.stream().filter(row -> row.model() == model).toList();
    }

    /** {@code NN*BB} in a command stands for NN times the byte BB. */
    static byte[] bytes(String text) {
        Matcher repeat = REPEAT.matcher(text);
        return HexFormat.of()
                .parseHex(repeat.replaceAll(found -> found.group(2).repeat(Integer.parseInt(found.group(1), 16))));
    }

    private static String text() throws IOException {
        try (InputStream in = Objects.requireNonNull(StatusWordTable.class.getResourceAsStream("status-words.txt"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /**
     * One row.
     *
     * @param state names of the commands that lead to the state
     * @param before these commands
     * @param answer status word, LL for any length, behind {@code xx} if data come before it
     */
    record Row(CardModel model, String state, List<String> before, String command, String answer, String why) {
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

        boolean wantsData() {
            return answer.startsWith("xx");
        }

        /** Of the status word, as a regular expression. */
        String pattern() {
            return answer.substring(answer.length() - 4).replace("LL", "..");
        }

        /** Whether SIGN/DECRYPT or GENERAL AUTHENTICATE is in it. */
        boolean worksWithKey() {
            return Stream.concat(before.stream(), Stream.of(command))
                    .anyMatch(sent -> sent.startsWith("42", 2) || sent.startsWith("87", 2));
        }

        boolean changesPin() {
            return Stream.concat(before.stream(), Stream.of(command))
                    .anyMatch(sent -> sent.startsWith("24", 2) || sent.startsWith("2C", 2));
        }
    }
}
