package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_card_logs_in_by_either_version_of_tls(String version) throws Exception {
        try (Scene scene = new Scene()) {
            scene.records().register("ada", scene.adas.certificate());

            TestBrowser browser = scene.browser(scene.adas, version);

            assertThat(browser.page().sslSession().orElseThrow().getProtocol()).isEqualTo(version);
            assertThat(browser.page().version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(browser.cacLogin().body()).contains("You are logged in with your CAC");
        }
    }

    @Test
    void a_forged_header_is_taken_off() throws Exception {
        try (Scene scene = new Scene()) {
            scene.records().register("ada", scene.adas.certificate());

            assertThat(forge(scene, scene.browser(null))).isEqualTo("No certificate was presented");
            assertThat(forge(scene, scene.browser(scene.graces))).isEqualTo("Your CAC is not registered");
        }
    }

    @Test
    void the_mutant_believes_a_forged_header() throws Exception {
        try (Scene scene = new Scene(PortalMutant.TRUSTS_FORGED_HEADER)) {
            scene.records().register("ada", scene.adas.certificate());

            assertThat(forge(scene, scene.browser(null))).isEqualTo("My Account Home");
        }
    }

    @Test
    void the_open_port_asks_for_no_certificate() throws Exception {
        try (Scene scene = new Scene()) {
            scene.records().register("ada", scene.adas.certificate());
            TestBrowser browser = scene.browser(scene.adas);

            assertThat(Scene.heading(browser.post("cac/login"))).isEqualTo("No certificate was presented");
            assertThat(browser.page().sslSession().orElseThrow().getLocalCertificates())
                    .isNull();
        }
    }

    @Test
    void a_certificate_of_unknown_issuers_is_not_trusted() throws Exception {
        ClientChainTrust trust = new ClientChainTrust(new SmallPki().trust(), false);
        X509Certificate[] chain = {
            new SmallPki().person("LOVELACE.ADA.KING.9900000001").certificate()
        };

        assertThatThrownBy(() -> trust.checkClientTrusted(chain, "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("expected a chain to a trust anchor");
    }

    @Test
    void wiremocks_own_doors_are_shut() throws Exception {
        try (Scene scene = new Scene()) {
            TestBrowser browser = scene.browser(null);

            for (String door : new String[] {"__admin/mappings", "__admin", "__files/login.html", "__admin/requests"}) {
                assertThat(browser.get(door).statusCode()).as(door).isEqualTo(404);
                assertThat(browser.page().body()).as(door).doesNotContain("{{", "mappings\"");
            }
            assertThat(Scene.heading(browser.get("login.html"))).isEqualTo("Page not found");
        }
    }

    private static String forge(Scene scene, TestBrowser browser) throws Exception {
        browser.get("login");
        String[] headers = {
            ClientCertificateHeaders.VERIFY,
            "SUCCESS",
            ClientCertificateHeaders.CERTIFICATE,
            Base64.getEncoder().encodeToString(scene.adas.certificate().getEncoded())
        };
        return Scene.heading(browser.send(scene.portal.cacAddress().resolve("/cac/login"), browser.token(), headers));
    }
}
