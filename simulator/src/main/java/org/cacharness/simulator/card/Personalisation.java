package org.cacharness.simulator.card;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.cacharness.simulator.applet.AcaApplet;
import org.cacharness.simulator.applet.ContainerApplet;
import org.cacharness.simulator.applet.PkiApplet;
import org.cacharness.simulator.pki.Credential;

/** The factory: installs the applets, writes the files, imports the keys, sets the PIN and seals the card. */
final class Personalisation {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] ACA = HEX.parseHex("A0000000790300");
    private static final byte[] CCC = HEX.parseHex("A000000116DB00");
    private static final byte[] PERSON = HEX.parseHex("A0000000790200");
    private static final byte TRIES = 3;
    private static final byte ALWAYS = 0x00;
    private static final byte PIN = 0x06;
    private static final int CHUNK = 240;
    private static final int SET_PIN = 0x01;
    private static final int ADD_ENTROPY = 0x02;
    private static final int IMPORT_KEY = 0x10;
    private static final int SEAL = 0x7F;
    private static final int T_FILE = 1;
    private static final int V_FILE = 2;

    private final CardRuntime card = new CardRuntime();
    private final CardContents contents;
    private final CardObjects objects;

    private Personalisation(CardContents contents) {
        this.contents = contents;
        objects = new CardObjects(contents);
    }

    static CardRuntime of(CardContents contents) {
        Personalisation factory = new Personalisation(contents);
        factory.installAca();
        factory.installContainer(CCC, 0xDB00, factory.objects.capabilities(), ALWAYS);
        contents.credentials().forEach(factory::installPki);
        factory.installContainer(PERSON, 0x0200, factory.objects.person(), PIN);
        factory.seal();
        return factory.card;
    }

    private void installAca() {
        card.install(AcaApplet.class, ACA, new byte[] {TRIES});
        select(ACA);
        sendSecret(0xFE, SET_PIN, 0, contents.pinBlock());
        byte[] entropy = new byte[32];
        new SecureRandom().nextBytes(entropy);
        sendSecret(0xFE, ADD_ENTROPY, 0, entropy);
    }

    private void installContainer(byte[] aid, int object, CardFiles files, byte readRule) {
        card.install(
                ContainerApplet.class, aid, container(object, files, readRule).array());
        select(aid);
        write(files);
    }

    private void installPki(Credential credential) {
        byte[] aid = CardObjects.aid(credential.role());
        CardFiles files = objects.certificate(credential);
        CardKeyImport key = key(credential);
        byte signRule = contents.mutants().contains(CardMutant.SIGNS_WITHOUT_PIN) ? ALWAYS : PIN;
        byte[] data = container(CardObjects.objectId(credential.role()), files, ALWAYS)
                .put((byte) key.algorithm())
                .put(signRule)
                .array();
        card.install(PkiApplet.class, aid, data);
        select(aid);
        write(files);
        importKey(key.components());
        key.wipe();
    }

    private CardKeyImport key(Credential credential) {
        return contents.mutants().contains(CardMutant.SIGNS_WITH_ANOTHER_KEY)
                ? CardKeyImport.another(credential.privateKey())
                : CardKeyImport.of(credential.privateKey());
    }

    private void importKey(List<byte[]> components) {
        for (int i = 0; i < components.size(); i++) {
            sendSecret(0xFE, IMPORT_KEY, i + 1, components.get(i));
        }
    }

    private void seal() {
        select(ACA);
        send(0xFE, SEAL, 0, new byte[0]);
    }

    private static ByteBuffer container(int object, CardFiles files, byte readRule) {
        return ByteBuffer.allocate(10)
                .putShort((short) object)
                .put((byte) 0)
                .putShort((short) files.tagFile().length)
                .putShort((short) files.valueFile().length)
                .put(readRule);
    }

    private void write(CardFiles files) {
        write(T_FILE, files.tagFile());
        write(V_FILE, files.valueFile());
    }

    private void write(int kind, byte[] file) {
        for (int offset = 0; offset < file.length; offset += CHUNK) {
            int length = Math.min(CHUNK, file.length - offset);
            byte[] data = ByteBuffer.allocate(length + 1)
                    .put((byte) kind)
                    .put(file, offset, length)
                    .array();
            send(0x58, offset >> 8, offset & 0xFF, data);
        }
    }

    private void select(byte[] aid) {
        send(0xA4, 0x04, 0, aid);
    }

    private void sendSecret(int ins, int p1, int p2, byte[] secret) {
        send(ins, p1, p2, secret);
        Arrays.fill(secret, (byte) 0);
    }

    private void send(int ins, int p1, int p2, byte[] data) {
        ByteBuffer command = ByteBuffer.allocate(data.length == 0 ? 4 : data.length + 5)
                .put((byte) (ins == 0xA4 ? 0x00 : 0x80))
                .put((byte) ins)
                .put((byte) p1)
                .put((byte) p2);
        if (data.length > 0) {
            command.put((byte) data.length).put(data);
        }
        byte[] response = card.transceive(command.array());
        Arrays.fill(command.array(), (byte) 0);
        requireDone(ins, response);
    }

    private static void requireDone(int ins, byte[] response) {
        if (response[response.length - 2] != (byte) 0x90) {
            throw new IllegalStateException("Personalisation, INS " + HEX.toHexDigits((byte) ins)
                    + ": expected 9000, got " + HEX.formatHex(response) + ": the applets and the factory disagree");
        }
    }
}
