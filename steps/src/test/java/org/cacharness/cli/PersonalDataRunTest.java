package org.cacharness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cacharness.report.RecordedRun;
import org.cacharness.report.RunFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in what a run writes: hidden, found where they were forgotten, or shown for a reason that is written down. */
class PersonalDataRunTest {
    private static final String PERSONAL = "CARD-4711-0815";

    @TempDir
    Path folder;

    private Command cac;

    @BeforeEach
    void begin() {
        cac = new Command(folder);
    }

    @Test
    void what_was_not_masked_where_it_was_written_fails_the_run_and_withdraws_the_report() throws IOException {
        feature("Then the log tells whose card it is");

        assertThat(cac.execute("run", "--pseudonyms")).isEqualTo(ExitCode.LEAK);

        assertThat(cac.err())
                .contains("messages.ndjson", "a card's serial number, base64", "--reveal REASON")
                .doesNotContain(PERSONAL);
        assertThat(cac.report()).doesNotExist();
    }

    @Test
    void an_error_that_names_somebody_is_written_with_the_pseudonym_in_every_format() throws IOException {
        feature("Then the error tells whose card it is");

        assertThat(cac.execute("run", "--pseudonyms")).as(cac.err()).isEqualTo(ExitCode.FAILED);

        assertThat(cac.out() + cac.err()).doesNotContain(PERSONAL);
        try (Stream<Path> files = Files.walk(cac.report())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(PERSONAL);
            }
        }
        for (String file : List.of("run.json", "messages.ndjson", "cucumber.html", "junit.xml", "scenarios/1.html")) {
            assertThat(cac.report(file)).as(file).containsPattern("got card-[a-p]{10}");
        }
    }

    @Test
    void synthetic_people_stay_as_they_are_unless_asked_for() throws IOException {
        feature("Then the error tells whose card it is");

        cac.execute("run");

        assertThat(cac.report("run.json")).contains(PERSONAL);
        assertThat(personalData()).isEqualTo("as it is: all people are synthetic");
    }

    @Test
    void a_reason_is_asked_for_in_words_and_only_where_it_has_an_effect() throws IOException {
        feature("Given Ada has a CAC");

        refuses("expected --card auto", "run", "--reveal", "assessor needs the name");
        refuses(
                "expected one of them, got both",
                "run",
                "--card",
                "auto",
                "--pseudonyms",
                "--reveal",
                "for the assessor");
        refuses("expected a reason of 12 to 400 characters", "run", "--card", "auto", "--reveal", "because");
        refuses("expected a reason of 12 to 400 characters", "run", "--card", "auto", "--reveal", "justbecauseIwantit");
    }

    @Test
    void a_reason_reveals_real_people_alone_and_is_the_report_s() {
        Privacy revealed = new Privacy(false, "the assessor checks the name on the card");

        assertThat(new Privacy(false, null).hides(true)).isTrue();
        assertThat(revealed.hides(true)).isFalse();
        assertThat(revealed.fact(true)).isEqualTo("revealed by the operator: the assessor checks the name on the card");
        assertThat(new Privacy(true, null).hides(false)).isTrue();
        assertThat(new Privacy(false, null).hides(false)).isFalse();
    }

    private String personalData() throws IOException {
        return RecordedRun.read(Files.readAllBytes(cac.report().resolve("run.json"))).identity().stream()
                .filter(fact -> fact.name().equals(RunFact.PERSONAL_DATA))
                .map(RunFact::value)
                .findFirst()
                .orElse("");
    }

    private void feature(String step) throws IOException {
        cac.feature("a.feature", "Feature: Registration", "Scenario: Ada registers", step);
    }

    private void refuses(String message, String... words) {
        String before = cac.err();

        assertThat(cac.execute(words)).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(cac.err().substring(before.length()).strip())
                .contains(message)
                .hasLineCount(1);
        assertThat(cac.report()).doesNotExist();
    }
}
