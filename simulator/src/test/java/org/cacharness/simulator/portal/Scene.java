package org.cacharness.simulator.portal;

import java.net.http.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A portal with the members Ada and Grace, and their cards. */
final class Scene implements AutoCloseable {
    static final String ADAS_PASSWORD = "correct horse";
    static final String GRACES_PASSWORD = "battery staple";

    final SmallPki pki = new SmallPki();
    final SmallPki.Card adas = pki.person("LOVELACE.ADA.KING.9900000001");
    final SmallPki.Card graces = pki.person("HOPPER.GRACE.9900000002");
    final PortalServer portal;
    CertificateStatus.Answer status = CertificateStatus.Answer.GOOD;
    CertificateStatus.Answer otherwise = CertificateStatus.Answer.UNREACHABLE;

    Scene(PortalMutant... mutants) throws Exception {
        portal = PortalServer.start(PortalSettings.of(pki.server(), SmallPki.PASSWORD, pki.trust())
                .withStart(SmallPki.NOW)
                .withStatus(certificate -> status)
                .withStatusOtherwise(certificate -> otherwise)
                .withMutants(Set.of(mutants)));
        portal.records().openAccount("ada", "Ada Lovelace", "9900000001", ADAS_PASSWORD.toCharArray());
        portal.records().openAccount("grace", "Grace Hopper", "9900000002", GRACES_PASSWORD.toCharArray());
    }

    PortalRecords records() {
        return portal.records();
    }

    TestBrowser browser(SmallPki.@Nullable Card card, String... protocols) throws Exception {
        return new TestBrowser(portal, pki, card, protocols);
    }

    /** A browser in which Ada is logged in by password, with a card in the reader. */
    TestBrowser adaWith(SmallPki.@Nullable Card card) throws Exception {
        TestBrowser browser = browser(card);
        browser.logIn("ada", ADAS_PASSWORD);
        return browser;
    }

    /** The heading of the page on which Ada ends who registers with that card. */
    String registering(SmallPki.@Nullable Card card, String... fields) throws Exception {
        return TestBrowser.heading(adaWith(card).register(fields));
    }

    boolean adaIsRegistered() {
        return records().registration("ada").isPresent();
    }

    static String heading(HttpResponse<String> page) {
        return TestBrowser.heading(page);
    }

    @Override
    public void close() {
        portal.close();
    }
}
