package org.cacharness.simulator.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** One OCSP request, and the rules by which an answer to it is believed (RFC 6960, 3.2). */
record OcspQuestion(CertificateID id, X509Certificate issuer, Extension nonce) {
    private static final int NONCE_LENGTH = 16;

    static OcspQuestion about(X509Certificate certificate, X509Certificate issuer)
            throws GeneralSecurityException, OperatorCreationException, OCSPException, IOException {
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                certificate.getSerialNumber());
        byte[] random = new byte[NONCE_LENGTH];
        new SecureRandom().nextBytes(random);
        byte[] nonce = new DEROctetString(random).getEncoded();
        return new OcspQuestion(
                id, issuer, new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce)));
    }

    byte[] encoded() throws OCSPException, IOException {
        return new OCSPReqBuilder()
                .addRequest(id)
                .setRequestExtensions(new Extensions(nonce))
                .build()
                .getEncoded();
    }

    RevocationStatus read(byte[] answer, Instant now)
            throws OCSPException, IOException, GeneralSecurityException, OperatorCreationException {
        OCSPResp response = new OCSPResp(answer);
        expect(
                response.getStatus() == OCSPRespBuilder.SUCCESSFUL,
                "the responder refused, status " + response.getStatus());
        BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
        checkResponder(basic, now);
        expect(
                nonce.equals(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)),
                "the answer has another nonce than the question");
        SingleResp single = basic.getResponses()[0];
        expect(single.getCertID().equals(id), "the answer is about another certificate");
        expect(single.getNextUpdate().toInstant().isAfter(now), "stale since " + single.getNextUpdate());
        return statusOf(single.getCertStatus());
    }

    private void checkResponder(BasicOCSPResp answer, Instant now)
            throws GeneralSecurityException, OperatorCreationException, OCSPException, IOException {
        X509CertificateHolder[] certificates = answer.getCerts();
        expect(certificates.length > 0, "the answer carries no responder certificate");
        X509CertificateHolder responder = certificates[0];
        ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(responder.getExtensions());
        expect(
                purposes != null && purposes.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning),
                "the responder's certificate is not for OCSP signing");
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(responder);
        certificate.checkValidity(Date.from(now));
        certificate.verify(issuer.getPublicKey());
        expect(
                answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(certificate)),
                "the answer's signature is wrong");
    }

    @SuppressWarnings("EnumOrdinal") // CRLReason is declared in the order of the standard's codes, gap included
    private static RevocationStatus statusOf(@Nullable CertificateStatus status) {
        if (status == CertificateStatus.GOOD) {
            return new RevocationStatus.Good();
        }
        if (status instanceof RevokedStatus revoked) {
            return RevocationStatus.revokedFor(
                    revoked.hasRevocationReason()
                            ? CRLReason.values()[revoked.getRevocationReason()]
                            : CRLReason.UNSPECIFIED);
        }
        return new RevocationStatus.Unknown();
    }

    private static void expect(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }
}
