package org.cacharness.simulator.pki;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Answers OCSP requests for every authority of the test PKI, with a responder certificate from each (RFC 6960). */
final class OcspResponder {
    private final List<CertificateAuthority> authorities;
    private final Clock clock;
    private final KeyPair keys = KeyKind.P_256.newPair();
    private final Map<CertificateAuthority, X509CertificateHolder> delegations = new ConcurrentHashMap<>();

    OcspResponder(List<CertificateAuthority> authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The DER answer to a DER request; what cannot be read is answered as malformed. */
    byte[] answer(byte[] request, Freshness freshness) throws IOException {
        try {
            return answer(new OCSPReq(request), freshness).getEncoded();
        } catch (IOException e) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST).getEncoded();
        } catch (OCSPException | OperatorCreationException | RuntimeException e) {
            return refusal(OCSPRespBuilder.INTERNAL_ERROR).getEncoded();
        }
    }

    private OCSPResp answer(OCSPReq request, Freshness freshness) throws OCSPException, OperatorCreationException {
        Req[] questions = request.getRequestList();
        if (questions.length == 0) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        Optional<CertificateAuthority> authority = authorityFor(questions[0].getCertID());
        if (authority.isEmpty()) {
            return refusal(OCSPRespBuilder.UNAUTHORIZED);
        }
        return answer(request, authority.get(), freshness);
    }

    private OCSPResp answer(OCSPReq request, CertificateAuthority authority, Freshness freshness)
            throws OCSPException, OperatorCreationException {
        X509CertificateHolder delegation = delegations.computeIfAbsent(authority, this::delegate);
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(new RespID(delegation.getSubject()));
        for (Req question : request.getRequestList()) {
            answer.addResponse(
                    question.getCertID(),
                    statusOf(question.getCertID(), authority),
                    Date.from(freshness.thisUpdate()),
                    Date.from(freshness.nextUpdate()));
        }
        Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            answer.setResponseExtensions(new Extensions(nonce));
        }
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()),
                                new X509CertificateHolder[] {delegation},
                                Date.from(freshness.thisUpdate())));
    }

    private CertificateStatus statusOf(CertificateID id, CertificateAuthority authority)
            throws OCSPException, OperatorCreationException {
        Ledger ledger = authority.ledger();
        if (!isOf(id, authority) || !ledger.knows(id.getSerialNumber())) {
            return new UnknownStatus();
        }
        return ledger.revocation(id.getSerialNumber())
                .<CertificateStatus>map(entry -> new RevokedStatus(Date.from(entry.since()), entry.code()))
                .orElse(CertificateStatus.GOOD);
    }

    private Optional<CertificateAuthority> authorityFor(CertificateID id)
            throws OCSPException, OperatorCreationException {
        for (CertificateAuthority authority : authorities) {
            if (isOf(id, authority)) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(CertificateID id, CertificateAuthority authority)
            throws OCSPException, OperatorCreationException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        return id.matchesIssuer(authority.holder(), digests);
    }

    private X509CertificateHolder delegate(CertificateAuthority authority) {
        return authority.issueHolder(new CertificateAuthority.Request(
                DirectoryName.ofTest("OCSP RESPONDER " + authority.fileName().replace('_', '-')),
                keys.getPublic(),
                CardValidity.CURRENT.seenFrom(clock.instant()),
                CertificateProfiles.ocspResponder()));
    }

    private static OCSPResp refusal(int status) {
        try {
            return new OCSPRespBuilder().build(status, null);
        } catch (OCSPException e) {
            throw new IllegalStateException("OCSP responder: cannot encode refusal " + status, e);
        }
    }
}
