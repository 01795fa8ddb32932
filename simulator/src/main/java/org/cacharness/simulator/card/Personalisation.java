package org.cacharness.simulator.card;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.cacharness.simulator.applet.AcaApplet;

/** The factory: installs the applets, writes the files, imports the keys, sets PIN and PUK and seals the card. */
final class Personalisation {
    private static final byte[] ACA = HexFormat.of().parseHex("A0000000790300");
    private static final byte TRIES = 3;
    private static final int SET_PIN = 0x01;
    private static final int ADD_ENTROPY = 0x02;
    private static final int SET_PUK = 0x03;
    private static final int ADD_TO_TABLE = 0x04;
    private static final int SEAL = 0x7F;

    private final CardContents contents;
    private final CardRuntime card;
    private final FactoryLine line;

    private Personalisation(CardContents contents) {
        this.contents = contents;
        card = new CardRuntime(CacEdge.selectedAtPowerOn(contents.model()), contents.model() != CardModel.CAC_ONLY);
        line = new FactoryLine(card);
    }

    static CardRuntime of(CardContents contents) {
        Personalisation factory = new Personalisation(contents);
        factory.installAca();
        PivContainers piv = contents.model().hasPiv() ? new PivContainers(contents, contents.issued()) : null;
        factory.writeTables(new CacEdge(contents, new CacContainers(contents, piv), factory.line).install());
        if (piv != null) {
            new PivEdge(contents, piv, factory.line).install();
        }
        factory.seal();
        return factory.card;
    }

    private void installAca() {
        line.install(AcaApplet.class, ACA, new byte[] {TRIES, (byte) contents.fewestPinDigits()});
        line.select(ACA);
        line.secret(SET_PIN, 0, contents.pinBlock());
        SecureRandom random = new SecureRandom();
        if (contents.model().hasPiv()) {
            line.secret(SET_PUK, 0, contents.puk(random));
        }
        byte[] entropy = new byte[32];
        random.nextBytes(entropy);
        line.secret(ADD_ENTROPY, 0, entropy);
    }

    private void writeTables(AccessTables tables) {
        line.select(ACA);
        line.factory(ADD_TO_TABLE, AccessTables.RULES, tables.rules());
        line.factory(ADD_TO_TABLE, AccessTables.RULES_BY_APPLET, tables.rulesByApplet());
        line.factory(ADD_TO_TABLE, AccessTables.PROVIDERS, tables.providers());
        line.factory(ADD_TO_TABLE, AccessTables.SERVICES, tables.services());
    }

    private void seal() {
        line.select(ACA);
        line.factory(SEAL);
    }
}
