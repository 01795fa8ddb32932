package org.cacharness.simulator.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** RFC 5280 path validation by the JDK, an implementation that shares nothing with the test PKI. */
final class PathCheck {
    private PathCheck() {}

    static void byOcsp(TestPki pki, X509Certificate certificate) throws GeneralSecurityException {
        validate(pki, certificate, EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK), Set.of());
    }

    static void byCrl(TestPki pki, X509Certificate certificate) throws GeneralSecurityException {
        validate(
                pki,
                certificate,
                EnumSet.of(PKIXRevocationChecker.Option.PREFER_CRLS, PKIXRevocationChecker.Option.NO_FALLBACK),
                Set.of());
    }

    static void requiring(CertificatePolicy policy, TestPki pki, X509Certificate certificate)
            throws GeneralSecurityException {
        validate(pki, certificate, EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK), Set.of(policy.oid()));
    }

    private static void validate(
            TestPki pki,
            X509Certificate certificate,
            EnumSet<PKIXRevocationChecker.Option> options,
            Set<String> policies)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(options);
        PKIXParameters parameters = new PKIXParameters(roots(pki));
        parameters.addCertPathChecker(checker);
        if (!policies.isEmpty()) {
            parameters.setInitialPolicies(policies);
            parameters.setExplicitPolicyRequired(true);
        }
        List<X509Certificate> chain = pki.chain(certificate);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, chain.size() - 1));
        validator.validate(path, parameters);
    }

    private static Set<TrustAnchor> roots(TestPki pki) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (TrustAnchor anchor : new PKIXParameters(pki.browserTrust()).getTrustAnchors()) {
            anchors.add(anchor);
        }
        return anchors;
    }
}
