package org.cacharness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cacharness.cli.Main;
import org.cacharness.environment.SimulatedHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a few scenarios against the portal and against a changed one, as a certifier does. */
class ChangedPortalTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String SCENARIOS = "^(The screen says that Ada is not registered|Register takes Ada from)";

    @TempDir
    static Path folder;

    @BeforeAll
    static void runAgainstThePortal() {
        assertThat(cac("run", "--threads", "1", "--name", SCENARIOS, "--report", path("first")))
                .isZero();
    }

    @Test
    void the_same_portal_twice_does_not_differ() throws IOException {
        assertThat(cac("run", "--threads", "1", "--name", SCENARIOS, "--report", path("again")))
                .isZero();

        int code = compared("again");

        assertThat(differences("again")).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void a_changed_portal_is_named_in_the_step_where_it_happens() throws IOException {
        Path stubs = stubs("stubs");
        edit(stubs.resolve("__files/registration-none.html"), ">Register</button>", ">Enrol</button>");
        edit(stubs.resolve("__files/account.html"), "<h1>", "<p role=\"status\">Scheduled outage on Friday</p><h1>");
        cac("run", "--threads", "1", "--name", SCENARIOS, "--report", path("changed"), "--stubs", stubs.toString());

        int code = compared("changed");

        assertThat(code).isEqualTo(1);
        assertThat(differences("changed"))
                .contains(
                        "page \"You are not currently registered - Garrison Online\": button \"Register\" is now \"Enrol\""
                                + " @ When Ada opens her registration page",
                        "step passed is now failed @ When Ada registers her CAC")
                .anyMatch(line -> line.contains("message \"Scheduled outage on Friday\" is new"));
    }

    @Test
    void a_field_that_is_missing_is_named_in_the_step_where_it_happens() throws IOException {
        Path stubs = stubs("without-field");
        edit(
                stubs.resolve("__files/registration-password.html"),
                "<input type=\"password\" id=\"password\" name=\"password\" autocomplete=\"current-password\" required>",
                "");
        cac("run", "--threads", "1", "--name", SCENARIOS, "--report", path("fieldless"), "--stubs", stubs.toString());

        int code = compared("fieldless");

        assertThat(code).isEqualTo(1);
        assertThat(differences("fieldless"))
                .contains(
                        "page \"Enter your password - Garrison Online\": field \"Password (password, required)\" is missing"
                                + " @ When Ada registers her CAC");
    }

    @Test
    void a_header_that_changed_is_named_in_the_step_where_it_happens() throws IOException {
        Path stubs = stubs("headers");
        edit(
                stubs.resolve("mappings/registration.json"),
                "\"Cache-Control\": \"no-store\"",
                "\"Cache-Control\": \"no-store\", \"X-Frame-Options\": \"DENY\"");
        edit(stubs.resolve("mappings/account.json"), "no-store", "no-cache");
        assertThat(cac(
                        "run",
                        "--threads",
                        "1",
                        "--name",
                        SCENARIOS,
                        "--report",
                        path("headed"),
                        "--stubs",
                        stubs.toString()))
                .isZero();

        int code = compared("headed");

        assertThat(code).isEqualTo(1);
        assertThat(differences("headed"))
                .contains("http: \"GET /registration?check=: x-frame-options: DENY\" is new"
                        + " @ When Ada opens her registration page")
                .anyMatch(line -> line.startsWith("http: \"GET /account?check=: cache-control: no-store\" is now"
                        + " \"GET /account?check=: cache-control: no-cache\" @ "))
                .allMatch(line -> line.startsWith("http: "));
    }

    private static int compared(String second) {
        return cac("compare", path("first"), path(second), "--out", path("compared-" + second));
    }

    private static List<String> differences(String second) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("compared-" + second)
                        .resolve("compare.json")
                        .toFile());
        List<String> lines = new ArrayList<>();
        json.get("differences")
                .forEach(difference -> difference
                        .get("places")
                        .forEach(place -> lines.add(difference.get("what").asText() + " @ "
                                + place.get("step").asText())));
        return lines;
    }

    private static Path stubs(String name) throws IOException {
        Path source = HOME.resolve("simulator/src/main/resources/portal");
        Path stubs = folder.resolve(name);
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                Path target = stubs.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return stubs;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static int cac(String... words) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed, true);
        return Main.execute(new SimulatedHarness(), HOME, writer, writer, words);
    }
}
