package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private static final String NEW = "a new long password";

    private final Scene scene = new Scene();

    PasswordTest() throws Exception {}

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void a_password_set_after_a_cac_login_works_on_day_150_and_not_on_day_151() throws Exception {
        assertThat(change(byCac(), "150", NEW, NEW).body())
                .contains("<h1>Your password has been changed</h1>", "<span id=\"days\">150</span>");

        scene.portal.clock().advance(Duration.ofDays(150));
        assertThat(Scene.heading(scene.browser(null).logIn("ada", NEW))).isEqualTo("My Account Home");
        scene.portal.clock().advance(Duration.ofDays(1));
        assertThat(Scene.heading(scene.browser(null).logIn("ada", NEW))).isEqualTo("Your password has expired");
    }

    @Test
    void a_session_by_password_is_refused_150_days_even_when_it_asks_directly() throws Exception {
        TestBrowser browser = scene.adaWith(null);

        assertThat(browser.get("password").body())
                .doesNotContain("id=\"valid-150\"")
                .contains("log out and use CAC Login");
        assertThat(Scene.heading(change(browser, "150", NEW, NEW))).isEqualTo("A CAC Login is needed");
        assertThat(Scene.heading(scene.browser(null).logIn("ada", NEW))).isEqualTo("Log In");
    }

    @Test
    void a_session_by_password_changes_it_for_the_ordinary_period() throws Exception {
        assertThat(change(scene.adaWith(null), "60", NEW, NEW).body()).contains("<span id=\"days\">60</span>");

        scene.portal.clock().advance(Duration.ofDays(61));
        assertThat(Scene.heading(scene.browser(null).logIn("ada", NEW))).isEqualTo("Your password has expired");
    }

    @Test
    void a_short_or_mistyped_password_is_refused() throws Exception {
        TestBrowser browser = byCac();

        assertThat(change(browser, "60", "short", "short").body())
                .contains("at least 10 characters.</p>", "id=\"reason\"");
        assertThat(change(browser, "60", NEW, NEW + "x").body()).contains("not the same");
        assertThat(Scene.heading(scene.browser(null).logIn("ada", Scene.ADAS_PASSWORD)))
                .isEqualTo("My Account Home");
    }

    @Test
    void reset_issues_a_password_that_logs_in_and_ends_the_older_ones() throws Exception {
        String issued = reset("ada", "9900000001");

        assertThat(Scene.heading(scene.browser(null).logIn("ada", issued))).isEqualTo("My Account Home");
        assertThat(scene.browser(null).logIn("ada", Scene.ADAS_PASSWORD).body()).contains("older password");
        assertThat(scene.records().events().toString()).doesNotContain(issued);
    }

    @Test
    void reset_wants_the_number_of_that_member() throws Exception {
        assertThat(reset("ada", "9900000002")).isEmpty();
        assertThat(reset("nobody", "9900000001")).isEmpty();
        assertThat(Scene.heading(scene.browser(null).logIn("ada", Scene.ADAS_PASSWORD)))
                .isEqualTo("My Account Home");
    }

    private TestBrowser byCac() throws Exception {
        scene.records().register("ada", scene.adas.certificate());
        TestBrowser browser = scene.browser(scene.adas);
        browser.cacLogin();
        return browser;
    }

    private String reset(String username, String edipi) throws Exception {
        TestBrowser browser = scene.browser(null);
        browser.get("reset");
        String page =
                browser.post("reset", "username", username, "dod-id", edipi).body();
        Matcher shown =
                Pattern.compile("<output id=\"new-password\">([^<]+)</output>").matcher(page);
        return shown.find() ? shown.group(1) : "";
    }

    private static HttpResponse<String> change(TestBrowser browser, String days, String password, String repeated)
            throws Exception {
        browser.get("password");
        return browser.post("password", "valid-for", days, "new-password", password, "repeat-password", repeated);
    }
}
