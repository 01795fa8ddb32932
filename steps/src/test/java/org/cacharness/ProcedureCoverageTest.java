package org.cacharness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every documented step has a scenario, and every title names one scenario only. */
class ProcedureCoverageTest {
    private static final Pattern ROW_ID = Pattern.compile("(?m)^\\| `(@[a-z0-9-]+)` \\|");
    private static final int DOCUMENTED_STEPS = 32;

    private final List<Pickle> scenarios = new FeaturePathFeatureSupplier(
                    ProcedureCoverageTest.class::getClassLoader,
                    new RuntimeOptionsBuilder()
                            .addFeature(FeatureWithLines.parse("../features"))
                            .build(),
                    new FeatureParser(UUID::randomUUID))
            .get().stream().map(Feature::getPickles).flatMap(List::stream).toList();

    @Test
    void every_documented_step_has_a_scenario() throws IOException {
        Set<String> ids = ROW_ID.matcher(Files.readString(Path.of("../features/procedure.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tags =
                scenarios.stream().map(Pickle::getTags).flatMap(List::stream).collect(Collectors.toSet());

        assertThat(ids).as("rows of features/procedure.md").hasSize(DOCUMENTED_STEPS);
        assertThat(tags).as("tags of the scenarios").containsAll(ids);
    }

    @Test
    void everybody_is_described_and_has_a_scenario() throws IOException {
        String described = Files.readString(Path.of("../features/README.md"));
        String said = scenarios.stream()
                .flatMap(scenario -> scenario.getSteps().stream())
                .map(Step::getText)
                .collect(Collectors.joining("\n"));

        List<String> people = people();
        assertThat(people).as("personas").isNotEmpty();
        assertThat(people).allSatisfy(name -> {
            assertThat(described).contains("| " + name + " |");
            assertThat(said).contains(name);
        });
    }

    private static List<String> people() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../simulator/src/main/resources/personas"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .map(id -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1))
                    .toList();
        }
    }

    @Test
    void every_title_is_unique() {
        assertThat(scenarios).extracting(Pickle::getName).doesNotHaveDuplicates();
    }
}
