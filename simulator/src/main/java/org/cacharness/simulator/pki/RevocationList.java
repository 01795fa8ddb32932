package org.cacharness.simulator.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** An authority's CRL, made anew for every reader (RFC 5280, 5). */
final class RevocationList {
    private RevocationList() {}

    static byte[] of(CertificateAuthority authority, Freshness freshness) throws IOException {
        X509v2CRLBuilder list =
                new X509v2CRLBuilder(authority.holder().getSubject(), Date.from(freshness.thisUpdate()));
        list.setNextUpdate(Date.from(freshness.nextUpdate()));
        for (Map.Entry<BigInteger, Ledger.Entry> line :
                authority.ledger().revocations().entrySet()) {
            list.addCRLEntry(
                    line.getKey(),
                    Date.from(line.getValue().since()),
                    line.getValue().code());
        }
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(authority.holder().getSubjectPublicKeyInfo()));
        } catch (GeneralSecurityException e) {
            throw new IOException("CRL of " + authority.fileName(), e);
        }
        list.addExtension(
                Extension.cRLNumber,
                false,
                new CRLNumber(BigInteger.valueOf(freshness.thisUpdate().toEpochMilli())));
        return list.build(authority.signer()).getEncoded();
    }
}
