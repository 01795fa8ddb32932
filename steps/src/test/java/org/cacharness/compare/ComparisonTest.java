package org.cacharness.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cacharness.compare.Runs.lines;
import static org.cacharness.compare.Runs.page;
import static org.cacharness.compare.Runs.run;
import static org.cacharness.compare.Runs.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cacharness.evidence.EvidenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String LOGIN =
            "<title>Log In</title><h1>Log In</h1><label>User <input></label><button>Go</button>";

    @TempDir
    Path folder;

    @Test
    void the_same_run_twice_does_not_differ() throws Exception {
        Runs twice = run().scenario("Ada", step("Ada logs in", page(LOGIN), lines("card", "SELECT → 9000")));

        Comparison found = Comparison.of(twice.compared(), twice.compared());

        assertThat(found.differences()).isEmpty();
        assertThat(found.times()).isEmpty();
        assertThat(found.compared()).isEqualTo(1);
    }

    @Test
    void a_renamed_button_a_missing_field_and_a_new_page_are_told_in_their_step() throws Exception {
        Runs before = run().scenario("Ada", step("Ada looks"), step("Ada logs in", page(LOGIN)));
        Runs after = run().scenario(
                        "Ada",
                        step("Ada looks"),
                        step(
                                "Ada logs in",
                                page("<title>Log In</title><h1>Log In</h1><button>Enter</button>"),
                                page("<title>Consent</title>")));

        assertThat(differences(before, after))
                .containsExactly(
                        "page: page \"Log In\": field \"User (text)\" is missing @ Ada › When Ada logs in",
                        "page: page \"Log In\": button \"Go\" is now \"Enter\" @ Ada › When Ada logs in",
                        "page: page \"Consent\" is new @ Ada › When Ada logs in");
    }

    @Test
    void prompts_card_commands_http_and_tls_are_compared_line_by_line() throws Exception {
        Runs before = run().scenario(
                        "Ada",
                        step(
                                "Ada logs in",
                                lines("Prompts", "Chosen: ADA, serial number 00aa11bb22"),
                                lines("card", "SELECT → 9000", "SIGN → 9000"),
                                lines("HTTP", "GET /login → 200"),
                                lines("TLS", "portal: TLSv1.3")));
        Runs after = run().scenario(
                        "Ada",
                        step(
                                "Ada logs in",
                                lines(
                                        "Prompts",
                                        "Chosen: ADA, serial number 99ff88ee77",
                                        "The portal asks for the password."),
                                lines("card", "SELECT → 9000", "SIGN → 6982"),
                                lines("HTTP", "GET /login → 302 /home"),
                                lines("TLS", "portal: TLSv1.2")));

        assertThat(differences(before, after))
                .extracting(line -> line.substring(0, line.indexOf(" @ ")))
                .containsExactly(
                        "http: http: \"GET /login → 200\" is now \"GET /login → 302 /home\"",
                        "prompt: prompt: \"The portal asks for the password.\" is new",
                        "tls: tls: \"portal: TLSv1.3\" is now \"portal: TLSv1.2\"",
                        "card: card: \"SIGN → 9000\" is now \"SIGN → 6982\"");
    }

    @Test
    void headers_that_matter_are_compared_by_name_for_what_both_have_asked_for() throws Exception {
        Runs before = run().scenario(
                        "Ada",
                        step(
                                "Ada logs in",
                                lines("HTTP", "POST /login → 302 /home", "GET /home → 200", "GET /news → 200"),
                                lines(
                                        "HTTP headers",
                                        "POST /login: set-cookie: s=; Path=/; Secure; HttpOnly",
                                        "POST /login: set-cookie: t=; Expires=Wed, 01 Apr 2026 10:00:00 GMT",
                                        "GET /home: cache-control: no-store",
                                        "GET /home: x-frame-options: DENY",
                                        "GET /news: cache-control: no-cache")));
        Runs after = run().scenario(
                        "Ada",
                        step(
                                "Ada logs in",
                                lines("HTTP", "POST /login → 302 /home", "GET /home → 200"),
                                lines(
                                        "HTTP headers",
                                        "POST /login: set-cookie: s=; Path=/; Secure",
                                        "POST /login: set-cookie: t=; Expires=Thu, 02 Apr 2026 11:30:00 GMT",
                                        "GET /home: cache-control: no-store",
                                        "GET /home: strict-transport-security: max-age=600")));

        assertThat(differences(before, after))
                .extracting(line -> line.substring(0, line.indexOf(" @ ")))
                .containsExactly(
                        "http: http: \"GET /news → 200\" is missing",
                        "http: http: \"POST /login: set-cookie: s=; Path=/; Secure; HttpOnly\" is now"
                                + " \"POST /login: set-cookie: s=; Path=/; Secure\"",
                        "http: http: \"GET /home: x-frame-options: DENY\" is missing",
                        "http: http: \"GET /home: strict-transport-security: max-age=600\" is new");
    }

    @Test
    void headers_that_a_run_before_they_were_kept_has_not_are_no_difference() throws Exception {
        Runs before = run().scenario("Ada", step("Ada logs in", lines("HTTP", "GET /login → 200")));
        Runs after = run().scenario(
                        "Ada",
                        step(
                                "Ada logs in",
                                lines("HTTP", "GET /login → 200"),
                                lines("HTTP headers", "GET /login: cache-control: no-store")));

        Comparison found = Comparison.of(before.compared(), after.compared());

        assertThat(found.differences()).isEmpty();
        assertThat(found.notRecorded())
                .contains("HTTP headers that matter: not recorded in the first run, so not compared");
    }

    @Test
    void another_applet_is_another_command() throws Exception {
        Runs before = run().scenario("Ada", step("Ada logs in", lines("card", "SELECT A0000000790100 → 9000")));
        Runs after = run().scenario("Ada", step("Ada logs in", lines("card", "SELECT A0000000790101 → 9000")));

        assertThat(differences(before, after)).singleElement().asString().contains("A0000000790101");
    }

    @Test
    void what_a_run_has_not_recorded_is_said_and_is_no_difference() throws Exception {
        Runs before = run().scenario("Ada", step("Ada logs in", lines("HTTP", "GET /login → 200")));
        Runs after = run().scenario("Ada", step("Ada logs in"));

        Comparison found = Comparison.of(before.compared(), after.compared());

        assertThat(found.differences()).isEmpty();
        assertThat(found.notRecorded())
                .contains(
                        "HTTP status and redirects: not recorded in the second run, so not compared",
                        "Prompts: not recorded in either run, so not compared");
    }

    @Test
    void after_a_step_with_another_result_nothing_more_is_told() throws Exception {
        Runs before = run().scenario("Ada", step("one"), step("two", page(LOGIN)));
        Runs after = run().scenario("Ada", step("one", "failed", 10), step("two", "not run", 0));

        assertThat(differences(before, after)).containsExactly("result: step passed is now failed @ Ada › When one");
    }

    @Test
    void a_step_that_came_or_went_is_told() throws Exception {
        Runs before = run().scenario("Ada", step("one"), step("two"));
        Runs after = run().scenario("Ada", step("one"), step("three"));

        assertThat(differences(before, after))
                .containsExactlyInAnyOrder(
                        "step: the step is missing @ Ada › When two", "step: the step is new @ Ada › When three");
    }

    @Test
    void a_scenario_that_ran_once_is_a_row_with_its_reason() throws Exception {
        Runs before =
                run().scenario("Ada", step("one")).scenario("Bob", step("one")).scenario("Cleo", step("one"));
        Runs after = run().scenario("Ada", step("one")).notRun("Bob", "not selected");

        Comparison found = Comparison.of(before.compared(), after.compared());

        assertThat(found.differences()).isEmpty();
        assertThat(found.notCompared())
                .extracting(each -> each.scenario() + ", " + each.reason())
                .containsExactly("Bob, second run: not selected", "Cleo, second run: it is not there");
    }

    @Test
    void different_procedures_and_runs_with_nothing_in_common_are_refused() {
        Runs run = run().scenario("Ada", step("one"));

        assertThatThrownBy(() -> Comparison.of(
                        run.compared(),
                        run().procedure("other").scenario("Ada", step("one")).compared()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("expected two runs of one procedure");
        assertThatThrownBy(() -> Comparison.of(
                        run.compared(), run().notRun("Ada", "not selected").compared()))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("expected scenarios that ran in both runs");
    }

    @Test
    void a_time_is_another_only_beyond_the_noise_of_both_runs() {
        TimeNoise twiceAsSlow = TimeNoise.of(new double[] {1.9, 2, 2.1});

        assertThat(twiceAsSlow.beyond(1000, 2000)).isEmpty();
        assertThat(twiceAsSlow.beyond(10, 500)).as("half a second is noise").isEmpty();
        assertThat(twiceAsSlow.beyond(2000, 9000)).as("little more than twice").isEmpty();
        assertThat(twiceAsSlow.beyond(1000, 7000)).contains("slower");
        assertThat(twiceAsSlow.beyond(9000, 2000)).contains("faster");
    }

    @Test
    void an_accepted_difference_has_a_date_and_a_reason() throws Exception {
        Path file = Files.writeString(folder.resolve("accepted.txt"), """
                # agreed with the portal's people
                2026-01-31 | page "Log In": button "Go" is now * | wording of release 7

                2026-02-01 | card: "x" is new | gone since
                """);
        AcceptedDifferences accepted = AcceptedDifferences.read(file);
        Runs before = run().scenario("Ada", step("Ada logs in", page(LOGIN)));
        Runs after = run().scenario("Ada", step("Ada logs in", page(LOGIN.replace("Go", "Enter"))));

        ComparisonView view = new ComparisonView(Comparison.of(before.compared(), after.compared()), accepted, false);

        assertThat(view.differs()).isFalse();
        assertThat(view.accepted())
                .singleElement()
                .extracting(ComparisonView.Group::acceptedBecause)
                .isEqualTo("wording of release 7");
        assertThat(view.unused()).extracting(AcceptedDifferences.Line::what).containsExactly("card: \"x\" is new");
    }

    @Test
    void a_line_that_accepts_without_a_date_or_a_reason_is_named() throws IOException {
        for (String line : List.of("button | reason", "31.1.2026 | button | reason", "2026-01-31 | button | ")) {
            Path file = Files.writeString(folder.resolve("accepted.txt"), "# remark\n" + line);

            assertThatThrownBy(() -> AcceptedDifferences.read(file))
                    .isInstanceOf(EvidenceException.class)
                    .hasMessageContaining("accepted.txt:2: expected DATE | DIFFERENCE | REASON")
                    .hasMessageContaining(line.strip());
        }
    }

    private static List<String> differences(Runs before, Runs after) throws EvidenceException, IOException {
        return Comparison.of(before.compared(), after.compared()).differences().stream()
                .map(each -> each.layer().words() + ": " + each.what() + " @ " + each.place())
                .toList();
    }
}
