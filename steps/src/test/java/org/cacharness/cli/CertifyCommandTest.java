package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertifyCommandTest {
    private static final Pattern PLAN = Pattern.compile("Plan ([0-9a-f]{8}) ");
    private static final Pattern AGAIN = Pattern.compile("Agree with --agree ([0-9a-f]{8}),");

    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void twoParts() throws IOException {
        cac = new Command(folder);
        cac.feature(
                "a.feature",
                "Feature: Log in",
                "@hardware-safe",
                "Scenario: Ada has a card",
                "Given Ada has a CAC",
                "When Ada waits unless \"" + folder.resolve("go-1") + "\" is there",
                "@hardware-safe @presents-pin-1",
                "Scenario: Ada enters her PIN",
                "When Ada waits unless \"" + folder.resolve("go-2") + "\" is there",
                "And Ada presents the PIN 1 time",
                "Scenario: Ada enters a wrong PIN",
                "Given Ada has a CAC");
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_does_nothing() {
        int code = cac.execute("certify", "mine", "--dry-run");

        assertThat(code).isZero();
        assertThat(cac.out())
                .contains("1  Log in: 1 scenario, no PIN")
                .contains("2  Ada enters her PIN: 1 scenario, 1 PIN presentation to the simulated card of Ada")
                .contains("PIN      presented once, never after a refusal")
                .contains("signed with harness")
                .doesNotContain("wrong PIN");
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void the_signature_of_the_own_card_is_a_presentation_of_the_plan() {
        cac.execute("certify", "mine", "--dry-run", "--sign-with", "own-card");

        assertThat(cac.out())
                .contains("PIN      presented 2 times, never after a refusal")
                .contains("signed with own-card, 1 PIN presentation to the card in the reader");
    }

    /** This harness has no card to sign with; what is known is that it was about to. */
    @Test
    void a_signature_whose_end_nobody_knows_is_not_made_again() throws IOException {
        go(1, 2);
        cac.execute("certify", "mine", "--dry-run", "--sign-with", "own-card", "--", "--pin-file", "pin", "--headed");
        String plan = first(PLAN, cac.out());
        String[] words = {
            "certify", "mine", "--agree", plan, "--sign-with", "own-card", "--", "--pin-file", "pin", "--headed"
        };
        assertThat(cac.execute(words)).isEqualTo(2);
        assertThat(record()).filteredOn(line -> line.startsWith("signing ")).hasSize(1);

        assertThat(cac.execute(words)).isEqualTo(2);
        // Signed, and then the evidence was lost: another signature is another presentation all the same
        Files.writeString(mine("certification.record"), "signed 2026-11-27T00:00:00Z\n", StandardOpenOption.APPEND);
        assertThat(cac.execute(words)).isEqualTo(2);

        assertThat(cac.err())
                .contains("expected that the PIN was not presented for the signature yet, it may have been")
                .contains("--sign-with own-card --pin-file pin'")
                .doesNotContain("--headed");
        assertThat(record()).filteredOn(line -> line.startsWith("signing ")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "in-process · HtmlUnit, 2",
        "live portal · in-process · Chromium, 2",
        "card in a PC/SC reader · APDU · HtmlUnit, 0",
        "live portal · card in a PC/SC reader · APDU · Chromium, 0"
    })
    void with_a_real_card_nothing_is_certified_that_ran_without_one(String environment, int expected)
            throws IOException {
        go(1, 2);
        cac.executeIn(environment, "certify", "mine", "--dry-run", "--", "--card", "auto");

        int code = cac.executeIn(
                environment, "certify", "mine", "--agree", first(PLAN, cac.out()), "--", "--card", "auto");

        assertThat(code).as(cac.out() + cac.err()).isEqualTo(expected);
        assertThat(cac.err().contains("Certify: expected a real card")).isEqualTo(expected != 0);
    }

    @Test
    void nothing_is_done_without_agreement_or_with_that_to_another_plan() throws IOException {
        assertThat(cac.execute("certify", "mine")).isEqualTo(2);
        assertThat(cac.execute("certify", "mine", "--agree", "00000000")).isEqualTo(2);

        assertThat(cac.err()).contains("Certify: expected your agreement, got none: read the plan, and say --agree");
        assertThat(record()).containsExactly("cac certification 1");
    }

    @Test
    void part_by_part_it_comes_to_signed_evidence() throws IOException {
        go(1, 2);

        int code = cac.execute("certify", "mine", "--agree", plan());

        assertThat(code).as(cac.out() + cac.err()).isZero();
        assertThat(cac.out()).contains("Part 1 of 2: Log in", "Part 2 of 2: Ada enters her PIN", "2 passed, 0 failed");
        assertThat(cac.execute("evidence", "verify", mine("evidence.zip").toString()))
                .as(cac.out())
                .isZero();
        assertThat(Files.readString(mine("report").resolve("junit.xml")))
                .contains("Ada has a card", "Ada enters her PIN");
    }

    @Test
    @Timeout(120)
    void killed_in_a_part_without_a_pin_it_goes_on_without_being_asked_again() throws Exception {
        killedIn(1);
        go(1, 2);

        int code = cac.execute("certify", "mine");

        assertThat(code).as(cac.out() + cac.err()).isZero();
        assertThat(cac.out()).contains("interrupted, begins again");
        assertThat(record()).filteredOn(line -> line.startsWith("begun 1 ")).hasSize(2);
        assertThat(record()).filteredOn(line -> line.startsWith("begun 2 ")).hasSize(1);
    }

    @Test
    @Timeout(120)
    void killed_in_a_part_with_a_pin_it_presents_no_other_before_that_is_agreed_to() throws Exception {
        go(1);
        killedIn(2);
        byte[] first = Files.readAllBytes(mine("part-01").resolve("run.json"));
        go(2);

        assertThat(cac.execute("certify", "mine")).isEqualTo(2);

        assertThat(cac.out())
                .contains("INTERRUPTED: its PIN may have been presented", "present 1 PINs more than the plan");
        assertThat(record()).filteredOn(line -> line.startsWith("begun 2 ")).hasSize(1);
        assertThat(mine("part-02")).doesNotExist();

        int code = cac.execute("certify", "mine", "--agree", first(AGAIN, cac.out()));

        assertThat(code).as(cac.out() + cac.err()).isZero();
        assertThat(record()).filteredOn(line -> line.startsWith("begun 2 ")).hasSize(2);
        assertThat(mine("evidence.zip")).exists();
        assertThat(Files.readAllBytes(mine("part-01").resolve("run.json")))
                .as("the part that was done before")
                .isEqualTo(first);
    }

    @Test
    @Timeout(120)
    void an_interrupted_part_may_be_left_out_and_the_evidence_says_so() throws Exception {
        go(1);
        killedIn(2);
        go(2);

        int code = cac.execute("certify", "mine", "--agree", plan());

        assertThat(code).as(cac.out() + cac.err()).isEqualTo(4);
        assertThat(record()).filteredOn(line -> line.startsWith("begun 2 ")).hasSize(1);
        assertThat(mine("evidence.zip")).exists();
        assertThat(Files.readString(mine("report").resolve("run.json"))).contains("not selected");
    }

    @Test
    void options_of_run_go_to_every_part_and_a_wrong_one_is_told_before_anything_is_done() {
        assertThat(cac.execute("certify", "mine", "--dry-run", "--", "--threads", "1"))
                .as(cac.err())
                .isZero();
        assertThat(cac.execute("certify", "mine", "--dry-run", "--", "--report", "mine"))
                .isEqualTo(2);
        assertThat(cac.execute("certify", "mine", "--dry-run", "--", "--no-such-option"))
                .isEqualTo(2);

        assertThat(cac.err())
                .contains("Unknown option: '--no-such-option'")
                .contains("expected options of 'cac run' for every part, got --report");
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void another_plan_is_refused_in_the_same_folder() throws IOException {
        go(1, 2);
        cac.execute("certify", "mine", "--agree", plan());

        int code = cac.execute("certify", "mine", "--tags", "not @presents-pin-1");

        assertThat(code).isEqualTo(2);
        assertThat(cac.err()).contains("which was agreed to in mine, got plan");
    }

    @Test
    void a_folder_of_something_else_is_left_alone() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve("letter.txt"), "Dear Ada");

        int code = cac.execute("certify", "mine", "--agree", "00000000");

        assertThat(code).isEqualTo(2);
        assertThat(cac.err()).contains("which holds other files");
        assertThat(folder.resolve("mine"))
                .isDirectoryContaining("glob:**letter.txt")
                .isDirectoryNotContaining("glob:**record");
    }

    @Test
    void a_line_that_was_not_finished_says_nothing() throws IOException {
        go(1, 2);
        String plan = plan();
        cac.execute("certify", "mine");
        Files.writeString(mine(CertificationRecord.NAME), "plan 0000", StandardOpenOption.APPEND);

        assertThat(cac.execute("certify", "mine", "--agree", plan)).isZero();
        assertThat(record()).noneMatch(line -> line.startsWith("plan 0000"));
    }

    @Test
    void two_cannot_work_in_one_folder() throws Exception {
        try (CertificationRecord held = CertificationRecord.open(folder.resolve("mine"), InstantSource.system())) {
            assertThat(held.plan()).isEmpty();
            assertThat(cac.execute("certify", "mine", "--agree", plan())).isEqualTo(2);
        }
        assertThat(cac.err()).contains("expected nobody else at work in");
    }

    /** Begins in a process of its own, and ends that as a power failure would, once a part has begun. */
    private void killedIn(int part) throws Exception {
        Process process = cac.start("certify", "mine", "--agree", plan());
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = String.valueOf(out.readLine());
            while (!line.startsWith("Part " + part + " of 2")) {
                assertThat(line).isNotEqualTo("null");
                line = String.valueOf(out.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String plan() {
        Command asking = new Command(folder);
        asking.execute("certify", "another", "--dry-run");
        return first(PLAN, asking.out());
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private void go(int... parts) throws IOException {
        for (int part : parts) {
            Files.writeString(folder.resolve("go-" + part), "");
        }
    }

    private List<String> record() throws IOException {
        return Files.readAllLines(mine(CertificationRecord.NAME)).stream().collect(Collectors.toList());
    }

    private Path mine(String name) {
        return folder.resolve("mine").resolve(name);
    }
}
