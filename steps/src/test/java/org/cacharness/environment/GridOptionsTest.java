package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with {@code --grid} is told in one line, with exit code 2, and nothing was started. */
class GridOptionsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String GRID = "http://localhost:4444";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://localhost:4444 | expected an address http://HOST:PORT",
                "localhost:4444 | expected an address http://HOST:PORT",
                "http:///status | expected an address http://HOST:PORT",
                "'http://a b' | expected an address http://HOST:PORT",
                "http://me:secret@localhost | expected an address without a password",
            })
    void an_address_that_is_none(String address, String reason) {
        assertThat(run("--grid", address, "--browser", "chromium")).isEqualTo(2);

        assertThat(err.toString()).containsOnlyOnce("--grid").contains(reason).doesNotContain("secret");
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--browser htmlunit | expected --browser chromium with it",
                "--browser chromium --card virtual | expected --card in-process",
                "--browser chromium --headed | --grid, --headed: expected one of them",
                "--browser chromium --bridge-port 70000 | --bridge-port: expected a port of 1 to 65535, got 70000",
            })
    void options_that_do_not_go_with_it(String options, String reason) {
        List<String> words = new ArrayList<>(List.of("--grid", GRID));
        words.addAll(List.of(options.split(" ")));

        assertThat(run(words.toArray(String[]::new))).isEqualTo(2);

        assertThat(err.toString()).contains(reason);
    }

    @Test
    void a_port_for_the_bridges_wants_a_grid() {
        assertThat(run("--bridge-port", "8118")).isEqualTo(2);

        assertThat(err.toString()).contains("--bridge-port: expected --grid URL with it, got none");
    }

    @Test
    void a_grid_that_cannot_be_reached() throws IOException {
        int free;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = nobody.getLocalPort();
        }

        assertThat(run("--grid", "http://localhost:" + free, "--browser", "chromium"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--grid: Grid http://localhost:" + free + ": expected an answer within 6 s, got none");
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void what_needs_files_of_the_node_is_not_applicable_and_no_grid_is_asked() {
        assertThat(run("--grid", GRID, "--browser", "chromium", "--dry-run", "--tags", "@forbidden-403"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("not applicable: the temporary internet files are on a node of the Grid");
    }

    private int run(String... options) {
        List<String> words = new ArrayList<>(List.of("run", "--no-color"));
        words.addAll(List.of(options));
        return Main.execute(
                new SimulatedHarness(),
                HOME,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                words.toArray(String[]::new));
    }
}
