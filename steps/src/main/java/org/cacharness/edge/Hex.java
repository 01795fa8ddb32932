package org.cacharness.edge;

import java.util.HexFormat;

/** How this package writes bytes down: upper case, nothing in between. */
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of().withUpperCase();

    private Hex() {}

    static String of(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    static byte[] bytes(String text) {
        return FORMAT.parseHex(text);
    }
}
