package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
    private static final String NONE = "You are not currently registered";
    private static final String DONE = "You have registered your CAC";

    private final Scene scene = new Scene();

    RegistrationTest() throws Exception {}

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void a_member_registers_her_own_certificate_and_logs_in_with_it() throws Exception {
        TestBrowser browser = scene.adaWith(scene.adas);

        assertThat(Scene.heading(browser.get("registration"))).isEqualTo(NONE);
        assertThat(browser.register().body()).contains(DONE, "LOVELACE.ADA.KING.9900000001");
        assertThat(scene.records().registration("ada"))
                .hasValueSatisfying(
                        it -> assertThat(it.binds(scene.adas.certificate())).isTrue());
        assertThat(browser.cacLogin().body()).contains("You are logged in with your CAC");
    }

    @Test
    void what_is_registered_is_shown_and_can_be_cleared_and_registration_goes_on() throws Exception {
        scene.records().register("ada", scene.adas.certificate());
        TestBrowser browser = scene.adaWith(scene.adas);

        assertThat(browser.get("registration").body())
                .contains("<h1>Current Registered Information</h1>", "LOVELACE.ADA.KING.9900000001");
        assertThat(browser.post("registration/clear").body())
                .contains("<h1>" + NONE + "</h1>", "has been cleared", ">Register</button>");
        assertThat(scene.adaIsRegistered()).isFalse();
        assertThat(Scene.heading(browser.postToCacPort("cac/register"))).isEqualTo(DONE);
    }

    @Test
    void a_replaced_card_does_not_log_in_before_it_is_registered_anew() throws Exception {
        scene.records().register("ada", scene.adas.certificate());
        SmallPki.Card replacement = scene.pki.person("LOVELACE.ADA.KING.9900000001");

        assertThat(Scene.heading(scene.browser(replacement).cacLogin())).isEqualTo("Your CAC is not registered");
        assertThat(scene.registering(replacement)).isEqualTo("Your account has a registered certificate");
    }

    @Test
    void no_certificate_is_refused() throws Exception {
        refused(null, "No certificate was presented", "no-certificate");
    }

    @Test
    void another_persons_certificate_is_refused() throws Exception {
        refused(scene.graces, "This certificate is another person's", "another-person");
    }

    @Test
    void a_certificate_without_a_number_is_refused() throws Exception {
        refused(scene.pki.person("Jane Q. Doe"), "This certificate names no DoD ID number", "no-edipi");
    }

    @Test
    void an_encryption_certificate_is_refused() throws Exception {
        refused(
                scene.pki.encryption("LOVELACE.ADA.KING.9900000001"),
                "This certificate is not for logging in",
                "not-for-login");
    }

    @Test
    void a_device_certificate_is_refused() throws Exception {
        refused(
                scene.pki.device("LOVELACE.ADA.KING.9900000001"),
                "This certificate is not for logging in",
                "not-for-login");
    }

    @Test
    void dates_are_judged_by_the_virtual_clock() throws Exception {
        scene.portal.clock().set(SmallPki.NOW.minus(Duration.ofDays(10)));
        scene.records().setPassword("ada", Scene.ADAS_PASSWORD.toCharArray(), SmallPki.NOW);
        refused(scene.adas, "This certificate is not yet valid", "not-yet-valid");

        scene.portal.clock().set(SmallPki.NOW.plus(Duration.ofDays(800)));
        scene.records()
                .setPassword(
                        "ada",
                        Scene.ADAS_PASSWORD.toCharArray(),
                        scene.portal.clock().instant());
        refused(scene.adas, "This certificate has expired", "expired");
    }

    @ParameterizedTest
    @CsvSource({
        "REVOKED, This certificate is revoked",
        "SUSPENDED, This certificate is suspended",
        "UNKNOWN, This certificate is not known to its issuer",
        "UNREACHABLE, The certificate could not be checked"
    })
    void a_certificate_whose_issuer_does_not_vouch_for_it_is_refused(CertificateStatus.Answer answer, String heading)
            throws Exception {
        scene.status = answer;

        assertThat(scene.registering(scene.adas)).isEqualTo(heading);
        assertThat(scene.adaIsRegistered()).isFalse();
        assertThat(Scene.heading(scene.browser(scene.adas).cacLogin())).isEqualTo(heading);
    }

    @Test
    void a_certificate_of_another_account_is_refused() throws Exception {
        scene.records().register("grace", scene.adas.certificate());

        refused(scene.adas, "This certificate is registered to another account", "registered-to-another-account");
    }

    @Test
    void the_password_is_asked_for_when_the_portal_wants_it() throws Exception {
        scene.records().askForPassword(true);
        TestBrowser browser = scene.adaWith(scene.adas);

        assertThat(Scene.heading(browser.register())).isEqualTo("Enter your password");
        assertThat(scene.adaIsRegistered()).isFalse();
        assertThat(Scene.heading(browser.postToCacPort("cac/register", "password", Scene.ADAS_PASSWORD)))
                .isEqualTo(DONE);
        assertThat(scene.adaIsRegistered()).isTrue();
    }

    @Test
    void an_older_password_is_told_apart_from_a_wrong_one() throws Exception {
        scene.records().askForPassword(true);
        scene.records().setPassword("ada", "an older one".toCharArray(), SmallPki.NOW.minus(Duration.ofDays(5)));

        assertThat(scene.registering(scene.adas, "password", "an older one")).isEqualTo("This is an older password");
        assertThat(scene.registering(scene.adas, "password", "a wrong one"))
                .isEqualTo("Your password was not accepted");
        assertThat(scene.registering(scene.adas, "password", "")).isEqualTo("Your password was not accepted");
        assertThat(scene.adaIsRegistered()).isFalse();
    }

    @Test
    void an_empty_account_page_leads_to_the_log_in() throws Exception {
        TestBrowser browser = scene.browser(scene.adas);

        for (String page : new String[] {"account", "registration", "password"}) {
            assertThat(Scene.heading(browser.get(page))).as(page).isEqualTo("Log In");
        }
        browser.get("login");
        assertThat(Scene.heading(browser.postToCacPort("cac/register"))).isEqualTo("Log In");
    }

    private void refused(SmallPki.@Nullable Card card, String heading, String reason) throws Exception {
        assertThat(scene.registering(card)).isEqualTo(heading);
        assertThat(scene.adaIsRegistered()).isFalse();
        assertThat(scene.records().events())
                .last()
                .isEqualTo(new PortalEvent(
                        scene.portal.clock().instant(), PortalEvent.Kind.REGISTRATION_REFUSED, "ada", reason));
    }
}
