package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cacharness.report.PlannedScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShardsTest {
    @TempDir
    Path folder;

    @Test
    void every_scenario_is_in_exactly_one_part_whatever_their_order() {
        List<PlannedScenario> scenarios = scenarios(100);
        List<PlannedScenario> shuffled = new ArrayList<>(scenarios);
        Collections.shuffle(shuffled, new Random(7));

        Map<String, Integer> parts = Shards.of(scenarios, EarlierTimes.none(), 7);

        assertThat(parts).hasSize(100).isEqualTo(Shards.of(shuffled, EarlierTimes.none(), 7));
        assertThat(parts.values()).allMatch(part -> part >= 1 && part <= 7);
        assertThat(parts.values().stream().collect(Collectors.groupingBy(part -> part, Collectors.counting())))
                .allSatisfy((part, number) -> assertThat(number).isBetween(14L, 15L));
    }

    @Test
    void the_times_of_an_earlier_run_make_the_parts_equally_long() throws Exception {
        Map<String, Integer> parts = Shards.of(scenarios(4), times(900, 300, 300, 300), 2);

        assertThat(parts).containsEntry("file:a:1", 1);
        assertThat(List.of(parts.get("file:a:2"), parts.get("file:a:3"), parts.get("file:a:4")))
                .containsOnly(2);
    }

    @Test
    void a_scenario_that_is_new_counts_like_one_in_the_middle() throws Exception {
        EarlierTimes times = times(100, 200, 900);

        assertThat(times.millis(scenario(9))).isEqualTo(200);
        assertThat(times.millis(scenario(3))).isEqualTo(900);
    }

    @Property(tries = 200)
    void no_part_is_longer_than_the_mean_and_the_longest_scenario_together(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 5_000) Integer> millis,
            @ForAll @IntRange(min = 1, max = 50) int of)
            throws Exception {
        Path run = Files.createTempFile("shards", ".json");
        try {
            EarlierTimes times = times(run, millis);
            Map<String, Integer> parts = Shards.of(scenarios(millis.size()), times, of);
            Map<Integer, Integer> loads = IntStream.range(0, millis.size())
                    .boxed()
                    .collect(Collectors.toMap(at -> parts.get("file:a:" + (at + 1)), millis::get, Integer::sum));

            int total = millis.stream().mapToInt(Integer::intValue).sum();
            assertThat(Collections.max(loads.values())).isLessThanOrEqualTo(total / of + Collections.max(millis));
        } finally {
            Files.delete(run);
        }
    }

    @Test
    void the_first_of_each_thread_takes_no_longer_than_one_in_the_middle_where_the_order_tells_them() throws Exception {
        EarlierTimes defined = EarlierTimes.read(run("defined", 2, 5000, 100, 4000, 300, 200));
        EarlierTimes random = EarlierTimes.read(run("random", 2, 5000, 100, 4000, 300, 200));

        assertThat(defined.millis(scenario(1))).isEqualTo(300);
        assertThat(defined.millis(scenario(2))).isEqualTo(100);
        assertThat(defined.millis(scenario(3))).as("not among the first").isEqualTo(4000);
        assertThat(random.millis(scenario(1))).isEqualTo(5000);
    }

    private Path run(String order, int threads, long... millis) throws IOException {
        StringBuilder scenarios = new StringBuilder();
        for (int at = 0; at < millis.length; at++) {
            scenarios
                    .append(at == 0 ? "" : ",")
                    .append("{\"location\":\"a:")
                    .append(at + 1)
                    .append("\",\"durationMillis\":")
                    .append(millis[at])
                    .append('}');
        }
        return Files.writeString(
                folder.resolve(order + ".json"),
                "{\"order\":\"" + order + "\",\"threads\":" + threads + ",\"scenarios\":[" + scenarios + "]}");
    }

    @Test
    void a_file_without_times_is_refused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"scenarios\":[]}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        assertThatThrownBy(() -> EarlierTimes.read(empty))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("without a scenario that ran");
        assertThatThrownBy(() -> EarlierTimes.read(broken))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "6/5", "1/0", "x", "1", "1/2/3", "-1/5", "1/99999"})
    void what_is_no_part_is_refused(String word) {
        assertThatThrownBy(() -> new Shard.Converter().convert(word))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("expected a part");
    }

    private EarlierTimes times(Integer... millis) throws Exception {
        return times(folder.resolve("run.json"), List.of(millis));
    }

    private static EarlierTimes times(Path file, List<Integer> millis) throws Exception {
        String scenarios = IntStream.range(0, millis.size())
                .mapToObj(at -> "{\"location\":\"a:" + (at + 1) + "\",\"durationMillis\":" + millis.get(at) + "}")
                .collect(Collectors.joining(","));
        Files.writeString(file, "{\"scenarios\":[" + scenarios + "]}");
        return EarlierTimes.read(file);
    }

    private static List<PlannedScenario> scenarios(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(ShardsTest::scenario).toList();
    }

    private static PlannedScenario scenario(int line) {
        return new PlannedScenario(URI.create("file:a"), "a", line, "Feature", "Scenario", List.of(), List.of(), 0);
    }
}
