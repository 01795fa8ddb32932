package org.cacharness.simulator.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.cacharness.simulator.pki.ContentSigner;

/** CMS signatures of the content signer (RFC 5652; SP 800-73-4 Part 1, 3.1.2; SP 800-76-2, 9.3). */
final class ContentSignature {
    /** pivSigner-DN (SP 800-73-4 Part 1, 3.1.2). */
    private static final ASN1ObjectIdentifier SIGNER_NAME = new ASN1ObjectIdentifier("2.16.840.1.101.3.6.5");

    private final ContentSigner signer;

    ContentSignature(ContentSigner signer) {
        this.signer = signer;
    }

    /**
     * Signs bytes that the result does not contain; the signer's name is a signed attribute, the certificate is in it.
     *
     * @param contentType what the bytes are
     * @param attributes further signed attributes
     */
    byte[] detached(String contentType, byte[] content, Map<String, ASN1Encodable> attributes) {
        return sign(contentType, content, attributes, false, true);
    }

    /** Signs bytes that the result contains, without a certificate in it: the CHUID has it (SP 800-73-4 Part 1, 3.1.7). */
    byte[] around(String contentType, byte[] content) {
        return sign(contentType, content, Map.of(), true, false);
    }

    private byte[] sign(
            String contentType,
            byte[] content,
            Map<String, ASN1Encodable> attributes,
            boolean encapsulated,
            boolean certificate) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(signed(attributes))
                    .build(new JcaContentSignerBuilder(algorithm()).build(signer.privateKey()), signer.certificate()));
            if (certificate) {
                generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
            }
            return generator
                    .generate(new CMSProcessableByteArray(new ASN1ObjectIdentifier(contentType), content), encapsulated)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException(
                    "Personalisation: expected the content signer to sign, it did not: issue the card anew", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content type and message digest, which every signature has, the signer's name, and what else is wanted. No time. */
    private CMSAttributeTableGenerator signed(Map<String, ASN1Encodable> attributes) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.add(new Attribute(
                SIGNER_NAME,
                new DERSet(X500Name.getInstance(
                        signer.certificate().getSubjectX500Principal().getEncoded()))));
        attributes.forEach((type, value) -> all.add(new Attribute(new ASN1ObjectIdentifier(type), new DERSet(value))));
        CMSAttributeTableGenerator standard = new DefaultSignedAttributeTableGenerator(new AttributeTable(all));
        return parameters -> standard.getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    }

    private String algorithm() {
        return signer.privateKey() instanceof ECPrivateKey ? "SHA256withECDSA" : "SHA256withRSA";
    }
}
