package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.pki.TestPki;
import org.junit.jupiter.api.Test;

class ChromiumOptionsTest {
    private static final String CLOSED = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

    @Test
    void a_browser_of_this_machine_s_portal_finds_no_other_host() {
        assertThat(options(Set.of(), Optional.empty())).contains(CLOSED);
        assertThat(options(Set.of("localhost", "127.0.0.1"), Optional.empty())).contains(CLOSED);
    }

    @Test
    void a_browser_of_a_portal_elsewhere_may_go_there() {
        assertThat(options(Set.of("portal.example"), Optional.empty())).doesNotContain("--host-resolver-rules");
    }

    @Test
    void a_certificate_that_is_selected_by_rule_is_selected_for_each_host_that_asks_for_the_card() {
        try (TestPki pki = TestPki.start()) {
            X509Certificate certificate =
                    pki.issueCac(Personas.builtIn().named("Ada")).get(0).certificate();

            assertThat(options(Set.of("portal.example", "login.example"), Optional.of(certificate)))
                    .contains(
                            "https:\\u002f\\u002fportal.example\"",
                            "https:\\u002f\\u002flogin.example\"",
                            "https:\\u002f\\u002flocalhost\"");
        }
    }

    private static String options(Set<String> cardHosts, Optional<X509Certificate> rule) {
        return String.valueOf(ChromiumOptions.of(ChromiumPrograms.onPath(), Path.of("profile"), cardHosts, rule));
    }
}
