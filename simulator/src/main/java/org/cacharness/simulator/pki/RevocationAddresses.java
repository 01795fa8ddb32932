package org.cacharness.simulator.pki;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Where a certificate says that its revocation is to be asked: written at issue, read by whoever checks. */
record RevocationAddresses(URI ocsp, URI issuer, URI crl) {
    void writeTo(X509v3CertificateBuilder certificate) throws IOException {
        certificate.addExtension(
                Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                    new AccessDescription(AccessDescription.id_ad_caIssuers, name(issuer)),
                    new AccessDescription(AccessDescription.id_ad_ocsp, name(ocsp))
                }));
        DistributionPoint point =
                new DistributionPoint(new DistributionPointName(new GeneralNames(name(crl))), null, null);
        certificate.addExtension(
                Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
    }

    static URI ocsp(X509Certificate certificate) throws IOException {
        AuthorityInformationAccess access =
                AuthorityInformationAccess.getInstance(extension(certificate, Extension.authorityInfoAccess.getId()));
        for (AccessDescription description : access.getAccessDescriptions()) {
            if (description.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                return URI.create(description.getAccessLocation().getName().toString());
            }
        }
        throw new IOException("the certificate's authority information access names no OCSP responder");
    }

    static URI crl(X509Certificate certificate) throws IOException {
        CRLDistPoint points = CRLDistPoint.getInstance(extension(certificate, Extension.cRLDistributionPoints.getId()));
        GeneralNames names = GeneralNames.getInstance(
                points.getDistributionPoints()[0].getDistributionPoint().getName());
        return URI.create(names.getNames()[0].getName().toString());
    }

    private static byte[] extension(X509Certificate certificate, String oid) throws IOException {
        byte[] value = certificate.getExtensionValue(oid);
        if (value == null) {
            throw new IOException("the certificate has no extension " + oid + ": its revocation cannot be asked");
        }
        return ASN1OctetString.getInstance(value).getOctets();
    }

    private static GeneralName name(URI uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri.toString());
    }
}
