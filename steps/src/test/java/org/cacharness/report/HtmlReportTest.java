package org.cacharness.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cacharness.report.Results.result;
import static org.cacharness.report.Results.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final DocumentedStep STEP = new DocumentedStep("@step-1", "log in", "home");

    @TempDir
    Path folder;

    private final Secrets secrets = new Secrets();

    @Test
    void what_comes_from_outside_is_escaped() throws IOException {
        write(result("<script>alert(1)</script>", 3, Outcome.FAILED, "expected \"<b>\" & got <i>", "@step-1"));

        for (String page : List.of("index.html", "scenarios/1.html")) {
            assertThat(Files.readString(folder.resolve(page)))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;&quot; &amp; got &lt;i&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void a_documented_step_links_to_the_scenarios_that_cover_it() throws IOException {
        write(result("Ada logs in", 3, Outcome.PASSED, null, "@step-1"));

        String index = Files.readString(folder.resolve("index.html"));
        assertThat(index.substring(index.indexOf("id=\"@step-1\""), index.indexOf("class=\"scenarios\"")))
                .contains("log in", "home", "1 passed", "<a href=\"scenarios/1.html\">Ada logs in</a>");
        assertThat(Files.readString(folder.resolve("scenarios/1.html"))).contains("../index.html#@step-1", "1.23 s");
    }

    /** Results come first; what tells the run from others is folded, and whole. */
    @Test
    void what_a_run_ran_with_is_there_and_folded() throws IOException {
        write(result("Ada logs in", 3, Outcome.PASSED, null, "@step-1"));

        String index = Files.readString(folder.resolve("index.html"));
        String folded = index.substring(index.indexOf("<details class=\"more\">"), index.indexOf("</details>"));
        assertThat(folded).contains("<dt>Order</dt>", "<dt>Seed</dt>", "<dt>Threads</dt>", "<dt>Command</dt>");
        assertThat(index.replace(folded, ""))
                .contains("<dt>Started</dt>", "<dt>Environment</dt>")
                .doesNotContain("<dt>Seed");
    }

    @Test
    void it_needs_nothing_from_outside() throws IOException {
        write(result("Ada logs in", 3, Outcome.PASSED, null, "@step-1"));

        Pattern outside = Pattern.compile("(?:src|href|url)\\s*[=(]\\s*[\"']?(?:https?:)?//");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(
                                    outside.matcher(Files.readString(file)).find())
                            .as(file.toString())
                            .isFalse());
        }
    }

    @Test
    void it_passes_through_the_mask() throws IOException {
        secrets.register(SecretKind.PASSWORD, "Sesame<1>".toCharArray());
        write(result("Ada", 3, Outcome.FAILED, "typed Sesame<1>"));

        assertThat(Files.readString(folder.resolve("index.html"))).contains("typed ****");
        assertThat(new ReportWriter(folder, secrets).leaks()).isEmpty();
    }

    @Test
    void a_page_is_kept_once_masked_and_cannot_act() throws IOException {
        secrets.register(SecretKind.SESSION_COOKIE, "c00kie-va1ue".toCharArray());
        PageStore pages = new PageStore(folder, secrets);
        byte[] page = "<html><head><title>x</title></head><body>c00kie-va1ue</body></html>".getBytes(UTF_8);

        String first = pages.keep(page);
        String second = pages.keep(page);
        String other = pages.keep("<p>another".getBytes(UTF_8));

        assertThat(first).isEqualTo(second).isNotEqualTo(other).startsWith("pages/");
        assertThat(Files.readString(folder.resolve(first)))
                .contains("<head><meta http-equiv=\"Content-Security-Policy\"", "****")
                .doesNotContain("c00kie");
        try (Stream<Path> files = Files.list(folder.resolve("pages"))) {
            assertThat(files).hasSize(2);
        }
    }

    private void write(ScenarioResult result) throws IOException {
        new HtmlReport(secrets).write(run(List.of(STEP), result), folder);
    }
}
