package org.cacharness.simulator.card;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cacharness.simulator.applet.PivApplet;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;

/** The PIV application: objects and keys. */
final class PivEdge {
    private static final byte[] PIV = HexFormat.of().parseHex("A000000308000010000100");
    private static final Map<CertificateRole, Integer> REFERENCES = Map.of(
            CertificateRole.PIV_AUTHENTICATION, 0x9A,
            CertificateRole.EMAIL_SIGNATURE, 0x9C,
            CertificateRole.EMAIL_ENCRYPTION, 0x9D,
            CertificateRole.CARD_AUTHENTICATION, 0x9E);
    private static final int RULE_ALWAYS = 0;
    private static final int RULE_PIN = 1;
    private static final int RULE_PIN_ALWAYS = 2;
    /** All ways in which fielded dual cards differ, see the applet's behaviour bits. */
    private static final byte LEGACY = 0x1F;

    private final CardContents contents;
    private final PivContainers containers;
    private final FactoryLine line;

    PivEdge(CardContents contents, PivContainers containers, FactoryLine line) {
        this.contents = contents;
        this.containers = containers;
        this.line = line;
    }

    void install() {
        byte behaviour = contents.model() == CardModel.LEGACY_DUAL ? LEGACY : 0;
        line.install(PivApplet.class, PIV, new byte[] {behaviour});
        line.select(PIV);
        containers.all().forEach(this::write);
        List<CertificateRole> roles = List.of(
                CertificateRole.PIV_AUTHENTICATION,
                CertificateRole.EMAIL_SIGNATURE,
                CertificateRole.EMAIL_ENCRYPTION,
                CertificateRole.CARD_AUTHENTICATION);
        contents.credentials().stream()
                .filter(credential -> roles.contains(credential.role()))
                .forEach(this::importKey);
    }

    /** The discovery object is its own outer tag; all others are wrapped in 53 (SP 800-73-4 Part 2, 3.1.2). */
    private void write(PivObjectTag container, TaggedFields fields) {
        int outer = container == PivObjectTag.DISCOVERY ? container.tag() : 0x53;
        line.putData(container.tag(), Ber.of(outer, fields.ber()));
    }

    private void importKey(Credential credential) {
        int reference = REFERENCES.getOrDefault(credential.role(), 0);
        CardKeyImport key = contents.keyOf(credential);
        line.factory(0, reference, new byte[] {(byte) key.algorithm(), (byte) rule(credential.role())});
        line.components(key.components(), (component, value) -> line.secret(component, reference, value));
        key.wipe();
    }

    /** SP 800-73-4 Part 1, table 5. */
    private int rule(CertificateRole role) {
        if (contents.mutants().contains(CardMutant.SIGNS_WITHOUT_PIN)) {
            return RULE_ALWAYS;
        }
        return switch (role) {
            case CARD_AUTHENTICATION -> RULE_ALWAYS;
            case EMAIL_SIGNATURE -> RULE_PIN_ALWAYS;
            case IDENTITY, EMAIL_ENCRYPTION, PIV_AUTHENTICATION -> RULE_PIN;
        };
    }
}
