package org.cacharness.evidence;

import java.security.cert.X509Certificate;

/** What is said of a signer's certificate. */
final class Signers {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private Signers() {}

    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** RFC 5280, 4.2.1.3: where the key usage is stated, it must allow signatures. */
    static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }
}
