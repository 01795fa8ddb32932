package org.cacharness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cacharness.harborgate.Flaw;
import org.cacharness.simulator.pki.Personas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scenarios against a portal that shares nothing with the mocked one, as somebody does who has one. */
@Tag("live-portal")
class LivePortalRunTest {
    private static final String CONFIRMATION = "^The confirmation names Ada's certificate";

    @TempDir
    Path folder;

    private LivePortalDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = LivePortalDesk.open(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatever_is_applicable_passes_at_a_portal_with_other_words_and_the_rest_says_why_not() throws IOException {
        int code = desk.run("--tags", "not @activclient and not @activgold");

        assertThat(code).as(desk.printed()).isZero();
        Map<String, JsonNode> results = results();
        assertThat(named(results, "passed"))
                .contains(
                        "Ada's session is made by password",
                        "The CAC Login button turns Ada away while her CAC is not registered",
                        "The menu leads Ada to her registration page",
                        "Ada cannot register with Bob's certificate",
                        "The confirmation names Ada's certificate, and the portal holds it",
                        "Ada's registered CAC logs her in",
                        "Ada's registration leaves Bob's account alone",
                        "Cleo, without a middle name, registers");
        assertThat(reason(results, "The password from before the reset no longer logs Ada in"))
                .isEqualTo("not applicable to a live portal: the account's password would be changed");
        assertThat(reason(results, "The portal refuses a wrong password for Ada's account"))
                .contains("may lock the account");
        assertThat(reason(results, "Ada clears her registered information after her CAC was replaced"))
                .contains("registered from behind");
        assertThat(reason(results, "Ada gets a 403 because a file in her browser's cache is corrupt"))
                .contains("damaged on its way");
        assertThat(results.values())
                .filteredOn(result -> result.path("result").asText().equals("not run"))
                .extracting(result -> result.path("reason").asText())
                .allMatch(why -> why.startsWith("not applicable to a live portal: ") || why.equals("not selected"));
        assertThat(Personas.builtIn().all())
                .as("people who are left with a card on file")
                .noneMatch(person -> desk.gate().hasCard(person.username()));
    }

    @Test
    void whatever_is_applicable_passes_in_headless_chromium_too() {
        int code = desk.run("--browser", "chromium", "--tags", "not @activclient and not @activgold");

        assertThat(code).as(desk.printed()).isZero();
        assertThat(desk.printed()).containsPattern("[0-9]{2,} passed, 0 failed");
    }

    @Test
    void every_registration_is_recorded_and_replayed_without_a_difference() throws IOException {
        assertThat(desk.record()).as(desk.printed()).isZero();
        assertThat(desk.printed()).containsPattern("8[0-9] scenarios, [0-9]+ stubs, 1 not recorded");
        desk.close();

        assertThat(desk.replay()).as(desk.printed()).isZero();

        assertThat(desk.compare()).as(desk.printed()).isZero();
        assertThat(desk.printed()).containsPattern("8[0-9] scenarios compared, 1 not compared, 0 differences");
    }

    @Test
    void a_card_with_another_key_is_told_as_the_browser_s_own_error_page() {
        int code = desk.run("--verbose", "--name", "another key than its identity certificate says$");

        assertThat(code).as(desk.printed()).isZero();
        assertThat(desk.printed()).contains("1 passed, 0 failed");
    }

    @Test
    void a_selector_that_finds_nothing_is_named_with_term_file_line_and_page() throws IOException {
        describe("selector: button.link-card", "selector: button.linc-card");

        int code = desk.run("--name", CONFIRMATION);

        assertThat(code).isEqualTo(1);
        assertThat(desk.printed())
                .contains("Page \"Smart card\" (/desk/security/card): expected a button or link for portal.yaml:"
                        + lineOf("linc-card") + ", \"Register\" (selector button.linc-card), found \"Desk\"")
                .contains("compare the page with the description");
    }

    @Test
    void each_flaw_of_the_portal_turns_scenarios_red() {
        Map<Flaw, String> noticed = new EnumMap<>(Flaw.class);
        noticed.put(Flaw.TAKES_ANY_CARD, "^The CAC Login button turns Ada away");
        noticed.put(Flaw.NEVER_LEAVES, "^Ada's account is closed to her browser once");
        noticed.put(Flaw.SAYS_THE_WRONG_WAY, "^Ada's session is made by password");
        noticed.put(Flaw.CARD_PAGE_IS_OPEN, "^The registration page is closed to somebody");
        noticed.put(Flaw.SHOWS_ANOTHER_HOLDER, "^The menu leads Ada to her registration page");
        noticed.put(Flaw.LINKS_NOTHING, CONFIRMATION);
        noticed.put(Flaw.LINKS_ANYBODY, "^Ada cannot register with Bob's certificate");
        noticed.put(Flaw.READS_NO_DATES, "whose certificates have expired$");
        noticed.put(Flaw.READS_NO_PURPOSE, "^Webster cannot register");
        noticed.put(Flaw.HAS_ANOTHER_BUTTON, CONFIRMATION);
        noticed.put(Flaw.NAMES_NO_CERTIFICATE, CONFIRMATION);
        noticed.put(Flaw.ASKS_FOR_NO_PASSPHRASE, "asked for the certificate, the PIN and the password$");
        assertThat(noticed.keySet()).as("flaws with a scenario").containsExactlyInAnyOrder(Flaw.values());

        noticed.forEach((flaw, scenarios) -> {
            desk.gate().has(Set.of(flaw));
            assertThat(desk.run("--name", scenarios))
                    .as("%s%n%s", flaw, desk.printed())
                    .isEqualTo(1);
        });
    }

    @Test
    void weaker_tls_and_a_prompt_more_are_named_by_compare_in_the_step_where_they_happen() throws IOException {
        desk.gate().has(Set.of(Flaw.ASKS_FOR_NO_PASSPHRASE));
        assertThat(desk.run("--name", CONFIRMATION)).as(desk.printed()).isZero();
        Files.move(folder.resolve("report"), folder.resolve("yesterday"));
        desk.gate().has(Set.of());
        desk.gate().speaksOnly("TLSv1.2");
        assertThat(desk.run("--name", CONFIRMATION)).as(desk.printed()).isZero();

        int code = desk.cac("compare", desk.path("yesterday"), desk.path("report"), "--out", desk.path("compared"));

        assertThat(code).isEqualTo(1);
        List<String> differences = new ArrayList<>();
        new ObjectMapper()
                .readTree(folder.resolve("compared/compare.json").toFile())
                .path("differences")
                .forEach(one -> one.path("places")
                        .forEach(place -> differences.add(one.path("layer").asText() + ": "
                                + one.path("what").asText() + " @ "
                                + place.path("step").asText())));
        assertThat(differences)
                .anyMatch(line -> line.startsWith("tls: ") && line.contains("TLSv1.2"))
                .anyMatch(line -> line.startsWith("prompt: ")
                        && line.contains("The portal asks for the password.")
                        && line.endsWith("@ When Ada registers her CAC"));
    }

    @Test
    void a_password_that_is_refused_is_not_sent_a_second_time() throws IOException {
        Path accounts = folder.resolve("accounts");
        Files.writeString(accounts, Files.readString(accounts).replace("Correct-Horse", "Correct-Mule"));

        int code = desk.run("--tags", "@step-1 or @step-4");

        assertThat(code).isEqualTo(1);
        assertThat(desk.gate().refusedPassphrases())
                .as("wrong passphrases that the portal saw")
                .isEqualTo(1);
        assertThat(desk.printed()).contains("the portal refused it earlier in this run: it is not sent again");
    }

    @Test
    void a_portal_elsewhere_is_told_before_anything_is_sent() {
        int code = desk.cac(
                "run",
                "--dry-run",
                "--portal",
                "https://portal.example.mil/",
                "--portal-description",
                desk.path("portal.yaml"),
                "--accounts-file",
                desk.path("accounts"));

        assertThat(code).isZero();
        assertThat(desk.printed())
                .contains("Portal: https://portal.example.mil/, NOT on this machine: passwords, certificates and")
                .contains("Ada (")
                .contains("Before and after each scenario the registered information of its people is cleared there.")
                .contains("not applicable to it")
                .doesNotContain("Correct-Horse");
    }

    @Test
    void accounts_that_others_may_read_are_refused_before_anything_is_sent() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("accounts"), PosixFilePermissions.fromString("rw-r--r--"));

        int code = desk.run("--name", CONFIRMATION);

        assertThat(code).isEqualTo(2);
        assertThat(desk.printed())
                .contains("--accounts-file: expected a file that only its owner may read", "chmod 600");
    }

    private void describe(String was, String is) throws IOException {
        Path file = folder.resolve("portal.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(was);
        Files.writeString(file, text.replace(was, is));
    }

    private int lineOf(String words) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("portal.yaml"));
        return 1
                + IntStream.range(0, lines.size())
                        .filter(number -> lines.get(number).contains(words))
                        .findFirst()
                        .orElseThrow();
    }

    private static Set<String> named(Map<String, JsonNode> results, String outcome) {
        return results.entrySet().stream()
                .filter(entry -> entry.getValue().path("result").asText().equals(outcome))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String reason(Map<String, JsonNode> results, String title) {
        return results.getOrDefault(title, MissingNode.getInstance())
                .path("reason")
                .asText();
    }

    /** Each scenario by its title. */
    private Map<String, JsonNode> results() throws IOException {
        JsonNode run =
                new ObjectMapper().readTree(folder.resolve("report/run.json").toFile());
        Map<String, JsonNode> results = new TreeMap<>();
        run.path("scenarios").forEach(one -> results.put(one.path("name").asText(), one));
        return results;
    }
}
