package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final String ADA = "LOVELACE.ADA.KING.9900000001";

    private SmallPki pki;
    private PortalServer portal;

    @BeforeEach
    void start() throws Exception {
        pki = new SmallPki();
        portal = PortalServer.start(
                PortalSettings.of(pki.server(), SmallPki.PASSWORD, pki.trust()).withStart(SmallPki.NOW));
        portal.records().openAccount("ada", "Ada Lovelace", "9900000001", "correct horse".toCharArray());
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void a_member_registers_her_own_certificate_and_logs_in_with_it() throws Exception {
        SmallPki.Card card = pki.person(ADA);
        TestBrowser browser = new TestBrowser(portal, pki, card);

        assertThat(browser.logIn("ada", "correct horse").body()).contains("You are logged in with your password");
        assertThat(TestBrowser.heading(browser.get("registration"))).isEqualTo("You are not currently registered");
        assertThat(TestBrowser.heading(browser.register())).isEqualTo("You have registered your CAC");
        assertThat(portal.records().registration("ada"))
                .hasValueSatisfying(
                        it -> assertThat(it.binds(card.certificate())).isTrue());
        assertThat(browser.cacLogin().body()).contains("You are logged in with your CAC");
    }
}
