package org.cacharness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcedureTest {
    @TempDir
    Path folder;

    @Test
    void rows_with_an_id_in_backticks_are_documented_steps() throws IOException {
        Procedure procedure = read(
                "# Title",
                "| id | documented step | what must be observed |",
                "|---|---|---|",
                "| `@step-1` | log in, **not** by the `CAC` button | account *home* is shown |",
                "prose with `@step-9`");

        assertThat(procedure.steps())
                .containsExactly(
                        new DocumentedStep("@step-1", "log in, not by the CAC button", "account home is shown"));
    }

    @Test
    void a_tag_covers_the_id_that_it_equals_and_none_that_begins_like_it() throws IOException {
        Procedure procedure = read("| `@activclient-1` | a | b |", "| `@activclient-10` | a | b |");

        assertThat(procedure.covered(List.of("@activclient", "@activclient-10")))
                .containsExactly("@activclient-10");
    }

    @Test
    void an_id_that_stands_twice_is_an_error() {
        assertThatThrownBy(() -> read("| `@step-1` | a | b |", "| `@step-1` | c | d |"))
                .hasMessageContaining("got @step-1 twice");
    }

    @Test
    void the_projects_procedure_is_read_whole() throws IOException {
        Path file = Path.of("..", "features", "procedure.md");

        assertThat(Procedure.read(file).steps()).hasSize(32).allSatisfy(step -> {
            assertThat(step.text()).isNotBlank();
            assertThat(step.observed()).isNotBlank();
        });
    }

    private Procedure read(String... lines) throws IOException {
        return Procedure.read(Files.write(folder.resolve("procedure.md"), List.of(lines)));
    }
}
