package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The security object: hashes of the card's other containers, signed (SP 800-73-4 Part 1, 3.1.7 and table 12). */
final class SecurityObject {
    private static final String LDS_SECURITY_OBJECT = "2.23.136.1.1.1";
    private static final List<PivObjectTag> COVERED = List.of(
            PivObjectTag.CARD_CAPABILITY_CONTAINER,
            PivObjectTag.CHUID,
            PivObjectTag.FINGERPRINTS,
            PivObjectTag.FACIAL_IMAGE,
            PivObjectTag.PRINTED_INFORMATION,
            PivObjectTag.DISCOVERY,
            PivObjectTag.KEY_HISTORY);

    private final ContentSignature signature;

    SecurityObject(ContentSignature signature) {
        this.signature = signature;
    }

    TaggedFields over(Map<PivObjectTag, TaggedFields> containers) {
        ByteArrayOutputStream mapping = new ByteArrayOutputStream();
        List<DataGroupHash> hashes = new ArrayList<>();
        for (PivObjectTag container : COVERED) {
            TaggedFields fields = containers.get(container);
            if (fields != null) {
                int group = hashes.size() + 1;
                mapping.write(group);
                mapping.write(container.containerId() >> 8);
                mapping.write(container.containerId());
                hashes.add(new DataGroupHash(group, new DEROctetString(sha256(fields.ber()))));
            }
        }
        return new TaggedFields()
                .put(0xBA, mapping.toByteArray())
                .put(0xBB, signature.around(LDS_SECURITY_OBJECT, encoded(hashes)))
                .empty(0xFE);
    }

    private static byte[] encoded(List<DataGroupHash> hashes) {
        try {
            return new LDSSecurityObject(
                            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                            hashes.toArray(DataGroupHash[]::new))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] contents) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(contents);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Personalisation: no SHA-256 in this JDK: use an unmodified JDK 17", e);
        }
    }
}
