package org.cacharness.environment;

import org.cacharness.simulator.pki.RevocationStatus;
import org.cacharness.simulator.pki.TestPki;
import org.cacharness.simulator.portal.CertificateStatus;
import org.cacharness.simulator.portal.PortalServer;
import org.cacharness.simulator.portal.PortalSettings;

/** Starts mocked portals that trust the run's test PKI, and ask its OCSP responder about every certificate, and read its CRL where that does not answer. */
final class SimulatedPortals {
    private SimulatedPortals() {}

    static PortalServer start(Simulation simulation) {
        return PortalServer.start(settings(simulation));
    }

    static PortalSettings settings(Simulation simulation) {
        TestPki pki = simulation.pki();
        TrustedIssuers others = simulation.settings().trusted();
        PortalSettings settings = PortalSettings.of(
                        pki.serverKey("localhost"), pki.storePassword(), others.with(pki.trustAnchors()))
                .withStatus(certificate -> others.issued(certificate)
                        ? CertificateStatus.Answer.NOT_CHECKED
                        : answer(pki.status(certificate)))
                .withStatusOtherwise(certificate -> answer(pki.statusByCrl(certificate)))
                .withMutants(simulation.settings().mutation().portal());
        return simulation.settings().stubs().map(settings::withStubs).orElse(settings);
    }

    private static CertificateStatus.Answer answer(RevocationStatus status) {
        if (status instanceof RevocationStatus.Good) {
            return CertificateStatus.Answer.GOOD;
        }
        if (status instanceof RevocationStatus.Revoked) {
            return CertificateStatus.Answer.REVOKED;
        }
        if (status instanceof RevocationStatus.Suspended) {
            return CertificateStatus.Answer.SUSPENDED;
        }
        return status instanceof RevocationStatus.Unknown
                ? CertificateStatus.Answer.UNKNOWN
                : CertificateStatus.Answer.UNREACHABLE;
    }
}
