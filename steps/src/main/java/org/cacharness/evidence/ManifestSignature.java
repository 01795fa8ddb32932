package org.cacharness.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Makes a detached CMS signature (RFC 5652, 5) over a manifest, in DER.
 *
 * <p>Signed attributes: content type, message digest, and the hashes of all certificates that are enclosed (RFC 5035, 3), so that
 * none of them can be changed or exchanged. There is no signing time: nobody vouches for it, and the same pack should give the
 * same signature.
 */
final class ManifestSignature {
    private ManifestSignature() {}

    static byte[] of(byte[] manifest, EvidenceSigner signer) throws EvidenceException {
        List<X509Certificate> chain = signer.certificates();
        KeyBehind key = new KeyBehind(signer, SignatureAlgorithm.of(chain.get(0).getPublicKey()));
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new Attributes(enclosed(chain)))
                            .build(key, chain.get(0)));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(manifest), false)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (RuntimeOperatorException refused) {
            if (refused.getCause() instanceof EvidenceException reason) {
                throw reason;
            }
            throw new EvidenceException("Sign the manifest: " + refused.getMessage(), refused);
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new EvidenceException("Sign the manifest: " + e.getMessage(), e);
        }
    }

    private static Attribute enclosed(List<X509Certificate> chain) throws GeneralSecurityException {
        List<ESSCertIDv2> hashes = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            hashes.add(new ESSCertIDv2(org.cacharness.report.Sha256.begin().digest(certificate.getEncoded())));
        }
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(hashes.toArray(ESSCertIDv2[]::new))));
    }

    /** The signed attributes. */
    private record Attributes(Attribute enclosed) implements CMSAttributeTableGenerator {
        @Override
        @SuppressWarnings("rawtypes") // as the library declares it
        public AttributeTable getAttributes(Map parameters) {
            ASN1EncodableVector all = new ASN1EncodableVector();
            ASN1ObjectIdentifier type = (ASN1ObjectIdentifier) parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE);
            byte[] digest = (byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST);
            all.add(new Attribute(CMSAttributes.contentType, new DERSet(type)));
            all.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
            all.add(enclosed);
            return new AttributeTable(all);
        }
    }

    /** The signer as the library wants it. */
    private static final class KeyBehind implements ContentSigner {
        private final EvidenceSigner signer;
        private final SignatureAlgorithm algorithm;
        private final ByteArrayOutputStream toBeSigned = new ByteArrayOutputStream();

        KeyBehind(EvidenceSigner signer, SignatureAlgorithm algorithm) {
            this.signer = signer;
            this.algorithm = algorithm;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm.jcaName());
        }

        @Override
        public OutputStream getOutputStream() {
            return toBeSigned;
        }

        @Override
        public byte[] getSignature() {
            try {
                return signer.sign(toBeSigned.toByteArray());
            } catch (EvidenceException refused) {
                throw new RuntimeOperatorException(String.valueOf(refused.getMessage()), refused);
            }
        }
    }
}
