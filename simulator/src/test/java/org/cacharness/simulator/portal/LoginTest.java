package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {
    private final Scene scene = new Scene();

    LoginTest() throws Exception {}

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void the_newest_password_logs_in_whatever_the_case_of_the_username() throws Exception {
        assertThat(scene.browser(null).logIn("Ada ", Scene.ADAS_PASSWORD).body())
                .contains("<h1>My Account Home</h1>", "Ada Lovelace", "You are logged in with your password.");
        assertThat(scene.records().sessions()).isOne();
    }

    @Test
    void a_wrong_password_and_an_unknown_username_get_the_same_words() throws Exception {
        String words = "The username or the password is wrong";

        assertThat(scene.browser(null).logIn("ada", "wrong").body()).contains("<h1>Log In</h1>", words);
        assertThat(scene.browser(null).logIn("nobody", "wrong").body()).contains("<h1>Log In</h1>", words);
        assertThat(scene.records().sessions()).isZero();
    }

    @Test
    void an_older_password_is_refused_as_older() throws Exception {
        scene.records().setPassword("ada", "the newest one".toCharArray(), SmallPki.NOW);

        assertThat(scene.browser(null).logIn("ada", Scene.ADAS_PASSWORD).body())
                .contains("older password", "most recent password you were issued");
    }

    @Test
    void the_session_gets_a_new_id_at_log_in_and_the_old_one_is_worth_nothing() throws Exception {
        TestBrowser browser = scene.browser(null);
        browser.get("login");
        String before = browser.cookie();

        browser.logIn("ada", Scene.ADAS_PASSWORD);

        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(withCookie(browser.cookie())).isEqualTo(200);
        assertThat(withCookie(before)).isEqualTo(303);
    }

    @Test
    void logging_in_again_ends_the_session_before() throws Exception {
        TestBrowser browser = scene.adaWith(null);
        String before = browser.cookie();

        browser.logIn("ada", Scene.ADAS_PASSWORD);

        assertThat(scene.records().sessions()).isOne();
        assertThat(withCookie(before)).isEqualTo(303);
    }

    /** A browser asks for an icon by itself, beside a log in: a session of that answer would take the place of the one just begun. */
    @Test
    void what_is_not_there_begins_no_session() throws Exception {
        HttpResponse<String> icon = withCookie("/favicon.ico", "of-a-session-that-a-log-in-has-ended");

        assertThat(icon.statusCode()).isEqualTo(404);
        assertThat(icon.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_cookie_is_for_https_only_and_out_of_the_reach_of_scripts() throws Exception {
        HttpResponse<String> fresh = scene.browser(null).page();

        assertThat(fresh.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith(Sessions.COOKIE + "=")
                .endsWith("; Path=/; Secure; HttpOnly; SameSite=Strict");
    }

    @Test
    void log_out_ends_the_session_at_the_portal() throws Exception {
        TestBrowser browser = scene.adaWith(null);
        String cookie = browser.cookie();
        assertThat(withCookie(cookie)).isEqualTo(200);

        assertThat(Scene.heading(browser.post("logout"))).isEqualTo("You are logged out");
        assertThat(scene.records().sessions()).isZero();
        assertThat(withCookie(cookie)).isEqualTo(303);
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        scene.records().register("ada", scene.adas.certificate());
        TestBrowser browser = scene.adaWith(null);
        TestBrowser other = scene.browser(null);

        for (String token : new String[] {"", "AAAA", "!", other.token()}) {
            HttpResponse<String> page = browser.postTo(scene.portal.address().resolve("/registration/clear"), token);
            assertThat(page.statusCode()).as(token).isEqualTo(400);
            assertThat(Scene.heading(page)).isEqualTo("This form could not be accepted");
        }
        assertThat(scene.adaIsRegistered()).isTrue();
    }

    @Test
    void a_cac_that_is_not_registered_does_not_log_in() throws Exception {
        assertThat(scene.browser(scene.adas).cacLogin().body())
                .contains("<h1>Your CAC is not registered</h1>", "LOVELACE.ADA.KING.9900000001");
        assertThat(Scene.heading(scene.browser(null).cacLogin())).isEqualTo("No certificate was presented");
        assertThat(scene.records().sessions()).isZero();
    }

    @Test
    void an_ordinary_password_works_for_60_days_and_then_leads_to_reset_password() throws Exception {
        scene.portal.clock().advance(Duration.ofDays(60));
        assertThat(Scene.heading(scene.browser(null).logIn("ada", Scene.ADAS_PASSWORD)))
                .isEqualTo("My Account Home");

        scene.portal.clock().advance(Duration.ofSeconds(1));
        assertThat(scene.browser(null).logIn("ada", Scene.ADAS_PASSWORD).body())
                .contains("<h1>Your password has expired</h1>", "Reset Password");
    }

    @Test
    void what_a_member_types_is_shown_as_text() throws Exception {
        assertThat(scene.browser(null)
                        .logIn("\"><script>alert(1)</script>", "x")
                        .body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert");
    }

    @Test
    void no_event_and_no_text_of_a_record_holds_a_password() throws Exception {
        scene.browser(null).logIn("ada", "a secret typed wrongly");
        scene.adaWith(null);

        assertThat(scene.records().events().toString())
                .contains("PASSWORD_LOGIN", "wrong-password")
                .doesNotContain("a secret typed wrongly", Scene.ADAS_PASSWORD);
    }

    private int withCookie(String cookie) throws Exception {
        return withCookie("/account", cookie).statusCode();
    }

    private HttpResponse<String> withCookie(String path, String cookie) throws Exception {
        return TestBrowser.withCookie(scene.portal, scene.pki, path, cookie);
    }
}
