package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for every page. */
class PageTest {
    private static final Pattern FIELD = Pattern.compile("<input type=\"(?!hidden)[a-z]+\" id=\"([a-z0-9-]+)\"");

    private final Scene scene = new Scene();

    PageTest() throws Exception {}

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void every_page_has_one_heading_landmarks_labels_and_the_line_of_the_simulation() throws Exception {
        TestBrowser browser = scene.adaWith(null);

        for (String path : List.of("", "login", "reset", "logged-out", "account", "registration", "password", "none")) {
            String page = browser.get(path).body();
            assertThat(page.split("<h1", -1)).as(path).hasSize(2);
            assertThat(page).as(path).contains("<main", "<nav", "<header", "lang=\"en\"", "synthetic people only");
            assertThat(page).as(path).doesNotContain("{{", "[ERROR");
            assertThat(FIELD.matcher(page).results().map(field -> field.group(1)))
                    .as(path)
                    .allSatisfy(field -> assertThat(page).contains("<label for=\"" + field + "\">"));
        }
    }

    @Test
    void every_page_is_private_and_kept_by_no_cache() throws Exception {
        HttpResponse<String> page = scene.browser(null).get("login");

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src https://localhost:", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void the_file_may_be_kept_for_a_year_and_is_not_fetched_again_when_a_browser_asks() throws Exception {
        TestBrowser browser = scene.browser(null);
        HttpResponse<String> file = browser.get("scripts/portal.js");

        assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(file.headers().firstValue("Date")).isPresent();
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
        scene.records().serveCorruptFileOnce();
        String since = file.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(browser.get("scripts/portal.js", "If-Modified-Since", since).statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_corrupt_copy_differs_in_one_character_and_in_no_header() throws Exception {
        TestBrowser browser = scene.browser(null);
        HttpResponse<String> sound = browser.get("scripts/portal.js");
        scene.records().serveCorruptFileOnce();
        HttpResponse<String> corrupt = browser.get("scripts/portal.js");

        long different = IntStream.range(0, sound.body().length())
                .filter(at -> sound.body().charAt(at) != corrupt.body().charAt(at))
                .count();
        assertThat(corrupt.body()).hasSameSizeAs(sound.body());
        assertThat(different).isOne();
        assertThat(corrupt.headers().map().keySet())
                .isEqualTo(sound.headers().map().keySet());
        assertThat(browser.get("scripts/portal.js").body()).isEqualTo(sound.body());
    }

    @Test
    void a_broken_request_is_refused_without_a_stack_trace() throws Exception {
        TestBrowser browser = scene.browser(null);

        for (String body : List.of("form-token=%zz", "form-token", "=&&=;", "form-token=%", "\u0000\uffff")) {
            HttpResponse<String> page = browser.postRaw("login", body);
            assertThat(page.statusCode()).as(body).isBetween(400, 500);
            assertThat(page.body()).as(body).doesNotContain("\tat ", "com.github");
        }
    }

    @Test
    void the_pages_name_the_address_that_was_announced_for_the_cac_port() throws Exception {
        scene.portal.announceCacAddress(URI.create("https://localhost:4430/x"));

        HttpResponse<String> page = scene.browser(null).get("login");

        assertThat(page.body()).contains("action=\"https://localhost:4430/cac/login\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action " + scene.portal.address().toString().replaceAll("/$", "")
                        + " https://localhost:4430;");
    }

    @Test
    void a_redirect_carries_the_value_that_the_browser_brought_and_nothing_else() throws Exception {
        TestBrowser browser = scene.browser(null);
        browser.get("login");
        String value = new CheckedFile(browser.get("scripts/portal.js").body()).value();
        browser.get("login");

        HttpResponse<String> home =
                browser.post("login?check=" + value, "username", "ada", "password", Scene.ADAS_PASSWORD);

        assertThat(home.uri()).hasPath("/account").hasQuery("check=" + value);
    }
}
