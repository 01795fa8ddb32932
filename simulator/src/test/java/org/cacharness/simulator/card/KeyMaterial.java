package org.cacharness.simulator.card;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.cacharness.simulator.pki.Credential;

/** Recognises eight bytes on end of any key component, PIN or PUK of a card, wherever they are in an answer. */
final class KeyMaterial {
    private static final int WINDOW = 8;

    private final Set<Long> windows = new HashSet<>();

    static KeyMaterial of(CardContents contents) {
        KeyMaterial material = new KeyMaterial();
        for (Credential credential : contents.credentials()) {
            CardKeyImport.of(credential.privateKey()).components().forEach(material::add);
        }
        material.add(contents.pinBlock());
        material.add(contents.puk(new java.security.SecureRandom()));
        return material;
    }

    boolean isIn(byte[] answer) {
        ByteBuffer bytes = ByteBuffer.wrap(answer);
        for (int at = 0; at + WINDOW <= answer.length; at++) {
            if (windows.contains(bytes.getLong(at))) {
                return true;
            }
        }
        return false;
    }

    private void add(byte[] secret) {
        ByteBuffer bytes = ByteBuffer.wrap(secret);
        for (int at = 0; at + WINDOW <= secret.length; at++) {
            windows.add(bytes.getLong(at));
        }
    }
}
