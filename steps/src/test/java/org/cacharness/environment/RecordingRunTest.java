package org.cacharness.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.Personas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records a portal that shares nothing with the mocked one, and runs the same scenarios at the recording. It speaks an older TLS than a
 * replaying server would by itself.
 */
class RecordingRunTest {
    private static final String CONFIRMATION = "The confirmation names Ada's certificate, and the portal holds it";
    private static final String WRONG_PIN = "A wrong PIN registers nothing, and Ada sees how many tries are left";
    private static final String ANOTHER_KEY =
            "Ada registers nothing with a CAC that has another key than its identity" + " certificate says";
    private static final String SCENARIOS = "^(" + CONFIRMATION + "|" + WRONG_PIN + "|" + ANOTHER_KEY + ")$";

    @TempDir
    static Path folder;

    private static LivePortalDesk desk;
    private static int recorded;
    private static String told;

    @BeforeAll
    static void record() throws IOException {
        desk = LivePortalDesk.open(folder);
        desk.gate().speaksOnly("TLSv1.2");
        recorded = desk.record("--name", SCENARIOS);
        told = desk.printed();
        desk.close();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void what_was_recorded_is_replayed_without_a_difference() {
        assertThat(recorded).as(told).isZero();

        assertThat(desk.replay("--name", SCENARIOS)).as(desk.printed()).isZero();
        assertThat(desk.printed()).contains("2 passed, 0 failed", "Report: ");
        assertThat(desk.compare()).as(desk.printed()).isZero();

        assertThat(desk.printed()).contains("2 scenarios compared, 1 not compared, 0 differences");
    }

    @Test
    void a_connection_that_the_portal_ended_is_told_as_not_recorded_and_not_applicable() throws IOException {
        assertThat(told)
                .contains("Not recorded: " + ANOTHER_KEY + ": the connection to server 2 was refused")
                .contains("2 scenarios, ")
                .contains("1 not recorded");

        desk.replay("--name", SCENARIOS);

        assertThat(reason(ANOTHER_KEY))
                .startsWith("not applicable to this recording: the connection to server 2 was refused");
        assertThat(reason("Ada cannot register with Bob's certificate"))
                .isEqualTo("not applicable to this recording: it was not recorded");
    }

    @Test
    void nobody_and_no_password_is_in_a_recording() throws IOException {
        Persona ada = Personas.builtIn().all().stream()
                .filter(person -> person.id().equals("Ada"))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of(
                ada.username(),
                ada.edipi().digits(),
                ada.commonName(),
                ada.commonName().replaceFirst("\\..*", ""),
                LivePortalDesk.passphrase(ada),
                "localhost");

        for (Path file : filesOf(folder.resolve("recording"))) {
            String content = (file + "\n" + Files.readString(file)).toLowerCase(Locale.ROOT);
            assertThat(content.substring(folder.toString().length()))
                    .as(file.toString())
                    .doesNotContain(words.stream()
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .toList());
        }
        assertThat(all("recording")).contains("recorded-person-1-password", "recorded-token-1-value");
    }

    @Test
    void a_page_that_is_changed_in_the_recording_is_named_in_its_step() throws IOException {
        Path copy = copy();
        for (Path page : filesOf(copy)) {
            if (page.toString().endsWith(".html")) {
                Files.writeString(page, Files.readString(page).replace("is linked", "was linked yesterday"));
            }
        }

        desk.cac("run", "--recording", copy.toString(), "--report", desk.path("changed"), "--name", CONFIRMATION);
        int code = desk.cac("compare", desk.path("live"), desk.path("changed"), "--out", desk.path("told"));

        assertThat(code).isEqualTo(1);
        assertThat(desk.printed()).contains("linked", "When Ada registers her CAC");
    }

    /** A form's token is the recording's: whoever sends another one is answered by no stub. */
    @Test
    void a_request_that_was_not_recorded_gets_a_page_that_says_so() throws IOException {
        Path copy = copy();
        for (Path page : filesOf(copy)) {
            if (page.toString().endsWith(".html")) {
                Files.writeString(
                        page, Files.readString(page).replaceAll("recorded-token-\\d+-value", "somebody-elses-token"));
            }
        }

        int code = desk.cac(
                "run", "--recording", copy.toString(), "--report", desk.path("changed"), "--name", CONFIRMATION);

        assertThat(code).isEqualTo(1);
        assertThat(desk.printed()).contains("the screen: Not recorded", "Record again.");
    }

    @Test
    void a_recording_that_is_not_whole_is_refused_before_the_run() throws IOException {
        Path copy = copy();
        Path stub = filesOf(copy).stream()
                .filter(file -> file.toString().contains("mappings"))
                .findFirst()
                .orElseThrow();
        Files.delete(stub);

        assertThat(desk.cac("run", "--recording", copy.toString())).isEqualTo(2);
        assertThat(desk.printed())
                .contains("to be whole, got")
                .contains("stubs in")
                .contains("record again with './cac record'");

        Files.writeString(stub, "{\"request\": {");
        assertThat(desk.cac("run", "--recording", copy.toString())).isEqualTo(2);
        assertThat(desk.printed()).contains("which is truncated or altered");
    }

    @Test
    void a_folder_that_is_no_recording_or_of_another_format_is_told() throws IOException {
        Path copy = copy();
        Path contents = copy.resolve("recording.json");
        String whole = Files.readString(contents);
        assertThat(desk.cac("run", "--recording", desk.path("live"))).isEqualTo(2);
        assertThat(desk.printed()).contains("expected a folder that './cac record' wrote", "without recording.json");

        Files.writeString(contents, whole.replaceFirst("\"format\" : 1", "\"format\" : 7"));
        assertThat(desk.cac("run", "--recording", copy.toString())).isEqualTo(2);
        assertThat(desk.printed()).contains("expected format 1, got format 7");

        Files.writeString(contents, whole.substring(0, whole.length() / 2));
        assertThat(desk.cac("run", "--recording", copy.toString())).isEqualTo(2);
        assertThat(desk.printed()).contains("recording.json, which is truncated or altered");
    }

    @Test
    void a_recording_goes_with_no_real_card_and_no_other_portal() {
        String recording = desk.path("recording");

        assertThat(desk.cac("run", "--recording", recording, "--card", "auto")).isEqualTo(2);
        assertThat(desk.printed()).contains("--recording: expected a simulated card, got --card auto");
        assertThat(desk.cac("run", "--recording", recording, "--browser", "chromium", "--grid", "http://localhost:1"))
                .isEqualTo(2);
        assertThat(desk.printed()).contains("--grid, --recording: expected one of them, got both");
        assertThat(desk.cac("run", "--recording", recording, "--stubs", desk.path("live")))
                .isEqualTo(2);
        assertThat(desk.printed()).contains("--portal, --stubs, --recording: expected one of them, got several");
    }

    @Test
    void what_a_browser_that_holds_the_card_itself_is_asked_cannot_be_recorded() {
        int code = desk.cac(
                "record",
                "--out",
                desk.path("another"),
                "--portal",
                "https://localhost:1/",
                "--portal-description",
                desk.path("portal.yaml"),
                "--accounts-file",
                desk.path("accounts"),
                "--card",
                "virtual",
                "--browser",
                "chromium");

        assertThat(code).isEqualTo(2);
        assertThat(desk.printed()).contains("cac record --card virtual: expected --browser htmlunit, got another");
    }

    @Test
    void a_folder_with_something_in_it_is_not_recorded_into() {
        int code = desk.record("--name", SCENARIOS);

        assertThat(code).isEqualTo(2);
        assertThat(desk.printed())
                .contains("--out: expected a folder that is empty or not there yet", "nothing is overwritten");
    }

    private static Path copy() throws IOException {
        Path from = folder.resolve("recording");
        Path copy = Files.createTempDirectory(folder, "copy");
        for (Path file : filesOf(from)) {
            Path to = copy.resolve(from.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
        return copy;
    }

    private static List<Path> filesOf(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String all(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : filesOf(folder.resolve(name))) {
            texts.add(Files.readString(file, UTF_8));
        }
        return String.join("\n", texts);
    }

    private static String reason(String title) throws IOException {
        for (JsonNode scenario : new ObjectMapper()
                .readTree(folder.resolve("replayed/run.json").toFile())
                .path("scenarios")) {
            if (scenario.path("name").asText().equals(title)) {
                return scenario.path("reason").asText();
            }
        }
        return "";
    }
}
