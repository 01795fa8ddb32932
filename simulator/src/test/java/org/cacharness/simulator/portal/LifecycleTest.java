package org.cacharness.simulator.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final SmallPki pki = new SmallPki();
    private final KeyStore server = pki.server();
    private final KeyStore trust = pki.trust();

    LifecycleTest() throws Exception {}

    @Test
    void closing_a_portal_ends_its_threads() throws Exception {
        startAndVisit().close();
        Set<Thread> before = threads();

        startAndVisit().close();

        Set<Thread> left = threads();
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(2000);
        }
        assertThat(left).allMatch(thread -> !thread.isAlive());
    }

    @Test
    void two_portals_share_nothing() throws Exception {
        try (PortalServer one = start();
                PortalServer other = start()) {
            one.records().openAccount("ada", "Ada", "9900000001", "0123456789".toCharArray());
            one.clock().advance(Duration.ofDays(1));

            assertThat(one.address()).isNotEqualTo(other.address());
            assertThat(other.clock().instant()).isEqualTo(SmallPki.NOW);
            assertThat(new TestBrowser(other, pki, null)
                            .logIn("ada", "0123456789")
                            .body())
                    .contains("<h1>Log In</h1>");
        }
    }

    private PortalServer start() {
        return PortalServer.start(
                PortalSettings.of(server, SmallPki.PASSWORD, trust).withStart(SmallPki.NOW));
    }

    private PortalServer startAndVisit() throws Exception {
        PortalServer portal = start();
        assertThat(new TestBrowser(portal, pki, null).get("login").statusCode()).isEqualTo(200);
        return portal;
    }

    /** All threads but those of the client, which end when its garbage is collected. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().startsWith("HttpClient"));
        return threads;
    }
}
