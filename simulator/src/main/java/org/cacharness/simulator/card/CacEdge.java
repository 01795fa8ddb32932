package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.cacharness.simulator.applet.ContainerApplet;
import org.cacharness.simulator.applet.DataObjectApplet;
import org.cacharness.simulator.applet.PkiApplet;
import org.cacharness.simulator.pki.CertificateRole;
import org.cacharness.simulator.pki.Credential;

/** The instances of the CAC edge, in the order of their installation. */
final class CacEdge {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CCC = HEX.parseHex("A000000116DB00");
    private static final byte[] FIRST_PKI = HEX.parseHex("A0000000790100");
    private static final int ALWAYS = 0x00;
    private static final int PIN = 0x06;
    private static final int IMPORT_KEY = 0x10;

    private final CardContents contents;
    private final CacContainers containers;
    private final FactoryLine line;
    private final AccessTables tables = new AccessTables();

    CacEdge(CardContents contents, CacContainers containers, FactoryLine line) {
        this.contents = contents;
        this.containers = containers;
        this.line = line;
    }

    /** AID of the instance that is selected when the card gets power. */
    static byte[] selectedAtPowerOn(CardModel model) {
        return model == CardModel.CAC_V1 ? FIRST_PKI.clone() : CCC.clone();
    }

    /** Installs them, and returns the tables that name them. */
    AccessTables install() {
        contents.credentials().stream()
                .filter(credential -> CertificateRole.cac().contains(credential.role()))
                .forEach(this::installPki);
        containers.instances().forEach(this::installContainer);
        containers.dataObjects().forEach((aid, objects) -> line.install(DataObjectApplet.class, aid, objects));
        return tables;
    }

    private void installContainer(CacInstance instance) {
        line.install(ContainerApplet.class, instance.name(), instance.parameters());
        line.select(instance.name());
        for (CacObject object : instance.objects()) {
            if (instance.objects().size() > 1) {
                line.selectObject(object.id());
            }
            line.write(object.files());
        }
        tables.add(instance);
    }

    private void installPki(Credential credential) {
        byte[] aid = CardObjects.aid(credential.role());
        int objectId = CardObjects.objectId(credential.role());
        CardFiles files = containers.certificate(credential);
        CardKeyImport key = contents.keyOf(credential);
        line.install(PkiApplet.class, aid, pkiParameters(CacObject.simpleTlv(objectId, files, ALWAYS), key));
        line.select(aid);
        line.write(files);
        line.components(key.components(), (component, value) -> line.secret(IMPORT_KEY, component, value));
        key.wipe();
        tables.addPki(
                CertificateRole.cac().indexOf(credential.role()),
                HEX.formatHex(aid).toUpperCase(Locale.ROOT),
                objectId);
    }

    private byte[] pkiParameters(CacObject certificate, CardKeyImport key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new CacInstance("", 0, List.of(certificate)).parameters());
        out.write(key.algorithm());
        out.write(contents.mutants().contains(CardMutant.SIGNS_WITHOUT_PIN) ? ALWAYS : PIN);
        out.write(contents.model() == CardModel.CAC_V1 ? 1 : 2);
        return out.toByteArray();
    }
}
