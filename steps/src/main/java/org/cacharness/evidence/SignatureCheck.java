package org.cacharness.evidence;

import static org.bouncycastle.asn1.cms.CMSObjectIdentifiers.data;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.cacharness.report.Sha256;

/**
 * Checks the signature over a manifest.
 *
 * <p>A CMS structure has parts that no signature covers: lists of algorithms, enclosed certificates, unsigned attributes. So only
 * what {@link ManifestSignature} writes is accepted, byte for byte: DER, one signer, no unsigned attribute, the certificates whose
 * hashes are signed and no other. Then there is no byte left that can be changed unseen.
 */
final class SignatureCheck {
    private final byte[] manifest;
    private final byte[] cms;

    SignatureCheck(byte[] manifest, byte[] cms) {
        this.manifest = manifest.clone();
        this.cms = cms.clone();
    }

    /**
     * Checks it.
     *
     * @return the signer's certificate, then those of the issuers, as the signer enclosed them
     * @throws AlteredException if manifest or signature is not what was signed; says which
     */
    List<X509Certificate> signers() throws AlteredException {
        try {
            return checked();
        } catch (IOException
                | CMSException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException damaged) {
            throw altered(
                    "cannot be read: " + String.valueOf(damaged.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private List<X509Certificate> checked()
            throws AlteredException, IOException, CMSException, GeneralSecurityException, OperatorCreationException {
        ASN1Primitive parsed = ASN1Primitive.fromByteArray(cms);
        require(Arrays.equals(cms, parsed.getEncoded(ASN1Encoding.DER)), "is not DER");
        SignedData signed =
                SignedData.getInstance(ContentInfo.getInstance(parsed).getContent());
        SignerInfo info = onlySigner(signed);
        AttributeTable attributes = new AttributeTable(info.getAuthenticatedAttributes());
        List<X509Certificate> chain = enclosed(signed, attributes);
        requireShape(signed, info, chain.get(0));
        requireSignature(chain.get(0));
        byte[] digest = ASN1OctetString.getInstance(only(attributes, CMSAttributes.messageDigest))
                .getOctets();
        if (!Arrays.equals(digest, Sha256.begin().digest(manifest))) {
            throw new AlteredException(
                    PackManifest.FILE + ": altered: it is not what " + Signers.name(chain.get(0)) + " signed");
        }
        return chain;
    }

    private SignerInfo onlySigner(SignedData signed) throws AlteredException {
        require(signed.getSignerInfos().size() == 1, "has not exactly one signer");
        SignerInfo info = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        require(info.getAuthenticatedAttributes() != null, "has no signed attributes");
        return info;
    }

    private void requireShape(SignedData signed, SignerInfo info, X509Certificate certificate)
            throws AlteredException, IOException, GeneralSecurityException {
        AlgorithmIdentifier digest = info.getDigestAlgorithm();
        require(signed.getVersion().hasValue(1) && info.getVersion().hasValue(1), "has another version");
        require(
                digest.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                        && (digest.getParameters() == null || isNull(digest))
                        && signed.getDigestAlgorithms().size() == 1
                        && AlgorithmIdentifier.getInstance(
                                        signed.getDigestAlgorithms().getObjectAt(0))
                                .equals(digest),
                "has another digest than SHA-256");
        require(
                signed.getEncapContentInfo().getContentType().equals(data)
                        && signed.getEncapContentInfo().getContent() == null,
                "is not detached");
        require(signed.getCRLs() == null && info.getUnauthenticatedAttributes() == null, "has unsigned parts");
        require(
                IssuerAndSerialNumber.getInstance(info.getSID().getId())
                        .equals(new IssuerAndSerialNumber(new JcaX509CertificateHolder(certificate).toASN1Structure())),
                "names another signer than its certificate");
        require(info.getDigestEncryptionAlgorithm().equals(algorithmOf(certificate)), "has another algorithm");
        require(Signers.maySign(certificate), "was made with a certificate that is not for signatures");
    }

    private static boolean isNull(AlgorithmIdentifier algorithm) throws IOException {
        return Arrays.equals(algorithm.getParameters().toASN1Primitive().getEncoded(), new byte[] {5, 0});
    }

    private AlgorithmIdentifier algorithmOf(X509Certificate certificate) throws AlteredException {
        try {
            String name = SignatureAlgorithm.of(certificate.getPublicKey()).jcaName();
            return new DefaultCMSSignatureEncryptionAlgorithmFinder()
                    .findEncryptionAlgorithm(new DefaultSignatureAlgorithmIdentifierFinder().find(name));
        } catch (EvidenceException weak) {
            throw altered(String.valueOf(weak.getMessage()));
        }
    }

    /** The certificates in the order of their signed hashes; each hash has one, and there is no other. */
    private List<X509Certificate> enclosed(SignedData signed, AttributeTable attributes)
            throws AlteredException, IOException, GeneralSecurityException {
        Map<String, X509Certificate> byHash = new HashMap<>();
        ASN1Set certificates = signed.getCertificates();
        require(certificates != null, "encloses no certificate");
        for (var encoded : certificates) {
            X509CertificateHolder holder =
                    new X509CertificateHolder(encoded.toASN1Primitive().getEncoded());
            byHash.put(Sha256.of(holder.getEncoded()), new JcaX509CertificateConverter().getCertificate(holder));
        }
        SigningCertificateV2 hashes =
                SigningCertificateV2.getInstance(only(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2));
        List<X509Certificate> chain = new ArrayList<>();
        for (ESSCertIDv2 hash : hashes.getCerts()) {
            X509Certificate certificate = byHash.get(Sha256.hex(hash.getCertHash()));
            require(certificate != null, "lacks a certificate whose hash is signed");
            chain.add(certificate);
        }
        require(
                !chain.isEmpty() && new HashSet<>(chain).equals(new HashSet<>(byHash.values())),
                "encloses a certificate whose hash is not signed");
        return chain;
    }

    private void requireSignature(X509Certificate certificate)
            throws AlteredException, CMSException, OperatorCreationException {
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(manifest), cms);
        var signer = data.getSignerInfos().getSigners().iterator().next();
        try {
            boolean fits = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            require(fits, "is not a signature of " + Signers.name(certificate));
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException otherManifest) {
            throw new AlteredException(
                    PackManifest.FILE + ": altered: it is not what " + Signers.name(certificate) + " signed");
        }
    }

    private org.bouncycastle.asn1.ASN1Encodable only(
            AttributeTable attributes, org.bouncycastle.asn1.ASN1ObjectIdentifier type) throws AlteredException {
        Attribute attribute = attributes.get(type);
        require(
                attribute != null
                        && attributes.getAll(type).size() == 1
                        && attribute.getAttrValues().size() == 1,
                "has not exactly one signed attribute " + type);
        return attribute.getAttrValues().getObjectAt(0);
    }

    private static void require(boolean holds, String otherwise) throws AlteredException {
        if (!holds) {
            throw altered(otherwise);
        }
    }

    private static AlteredException altered(String how) {
        return new AlteredException(PackManifest.SIGNATURE + ": altered: it " + how);
    }
}
