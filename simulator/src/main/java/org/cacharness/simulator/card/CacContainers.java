package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;
import org.jspecify.annotations.Nullable;

/** The container instances of the CAC edge beside the PKI instances, by the card's model. */
final class CacContainers {
    private static final HexFormat HEX = HexFormat.of();
    private static final String CCC = "A000000116DB00";
    private static final String GSC = "A0000000790";
    /** Life cycle data with the serial that is not of any card maker (GlobalPlatform Card Specification 2.1.1, table 9-9). */
    private static final String CARD_LIFE = "9F7F2A" + "FFFF" + "00".repeat(40);
    /** Card recognition data (GlobalPlatform Card Specification 2.1.1, appendix F): specification 2.1.1, secure channel 02 option 55. */
    private static final String RECOGNITION = "6631" + "732F" + "06072A864886FC6B01" + "600C060A2A864886FC6B02020101"
            + "630906072A864886FC6B03" + "640B06092A864886FC6B040255";

    private final CardContents contents;
    private final CardObjects objects;
    private final @Nullable PivContainers piv;

    CacContainers(CardContents contents, @Nullable PivContainers piv) {
        this.contents = contents;
        this.piv = piv;
        objects = new CardObjects(contents);
    }

    /** The certificate's files; those of version 1 hold no tags, and one value that GET CERTIFICATE answers. */
    CardFiles certificate(Credential credential) {
        return contents.model() == CardModel.CAC_V1
                ? CardFiles.unframed(objects.certificateStream(credential))
                : objects.certificate(credential);
    }

    List<CacInstance> instances() {
        return switch (contents.model()) {
            case CAC_ONLY ->
                List.of(
                        CacInstance.of(
                                CCC,
                                0x4F,
                                CacObject.simpleTlv(0xDB00, objects.capabilities(List.of()), CacObject.ALWAYS)),
                        person(CacObject.PIN));
            case DUAL, LEGACY_DUAL -> complete();
            case CAC_V1 -> List.of();
        };
    }

    /** Instances that answer GET DATA, by AID: issuer security domain and plug-and-play; installation parameters. */
    Map<byte[], byte[]> dataObjects() {
        if (contents.model() == CardModel.CAC_ONLY) {
            return Map.of();
        }
        return Map.of(
                HEX.parseHex("A000000003000000"),
                DataObjects.of(Map.of(0x9F7F, HEX.parseHex(CARD_LIFE), 0x0066, HEX.parseHex(RECOGNITION))),
                HEX.parseHex("A0000003974349445F0100"),
                DataObjects.of(Map.of(0x7F68, Ber.of(0x30, Ber.of(0x04, PivContainers.bytes(cardId()))))));
    }

    private List<CacInstance> complete() {
        List<CacInstance> all = new ArrayList<>();
        all.add(accessControlFile());
        all.add(CacInstance.of(
                CCC,
                0x4F,
                CacObject.simpleTlv(0xDB00, objects.capabilities(CardObjects.MORE_CONTAINERS), CacObject.ALWAYS)));
        all.add(CacInstance.of(
                GSC + "2FB", 0x4B, new CacObject(0x02FB, 1, CardFiles.opaque(new byte[0]), CacObject.ALWAYS)));
        all.add(person(CacObject.XAUTH_OR_PIN));
        all.add(CacInstance.of(
                GSC + "201", 0x42, CacObject.simpleTlv(0x0201, objects.personnel(), CacObject.XAUTH_OR_PIN_2)));
        all.add(CacInstance.of(
                GSC + "2FE", 0x4E, new CacObject(0x02FE, 1, CardFiles.opaque(certificateIndex()), CacObject.ALWAYS)));
        all.add(CacInstance.of(
                GSC + "2FD", 0x4D, new CacObject(0x02FD, 1, CardFiles.opaque(certificateIndex()), CacObject.PIN)));
        all.add(CacInstance.of(GSC + "2F2", 0x50));
        all.add(CacInstance.of(GSC + "2F0", 0x51));
        all.add(CacInstance.of(GSC + "2F1", 0x52));
        all.add(CacInstance.of("A0000000791201", 0x44, CacObject.simpleTlv(0x1201, new CardFiles(), CacObject.PIN)));
        all.add(CacInstance.of("A0000000791202", 0x45, CacObject.simpleTlv(0x1202, new CardFiles(), CacObject.PIN)));
        return all;
    }

    private CacInstance person(int readRule) {
        return CacInstance.of(GSC + "200", 0x41, CacObject.simpleTlv(0x0200, objects.person(), readRule));
    }

    /** One instance with the four objects of the transitional PIV data. */
    private CacInstance accessControlFile() {
        return CacInstance.of(
                "A0000001163000",
                0x40,
                transitional(PivObjectTag.CHUID, CacObject.ALWAYS),
                transitional(PivObjectTag.FINGERPRINTS, CacObject.PIN),
                transitional(PivObjectTag.FACIAL_IMAGE, CacObject.PIN),
                transitional(PivObjectTag.SECURITY_OBJECT, CacObject.ALWAYS));
    }

    private CacObject transitional(PivObjectTag container, int readRule) {
        if (piv == null) {
            throw new IllegalStateException("Personalisation: expected what was issued for " + contents.model());
        }
        return CacObject.simpleTlv(container.containerId(), piv.of(container).simpleTlv(), readRule);
    }

    /** AID and container name (MSCUID) of each PKI instance. */
    private byte[] certificateIndex() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Credential credential : contents.credentials()) {
            if (CertificateRole.cac().contains(credential.role())) {
                out.writeBytes(CardObjects.aid(credential.role()));
                out.writeBytes(objects.containerName(credential));
            }
        }
        return out.toByteArray();
    }

    private UUID cardId() {
        return UUID.nameUUIDFromBytes(contents.serial().bytes());
    }
}
