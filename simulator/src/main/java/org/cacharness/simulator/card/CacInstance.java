package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/**
 * A container instance of the CAC edge.
 *
 * @param aid its name, in hexadecimal
 * @param appletId its number in the tables of GET ACR
 * @param objects none, one or several
 */
record CacInstance(String aid, int appletId, List<CacObject> objects) {
    private static final HexFormat HEX = HexFormat.of();

    static CacInstance of(String aid, int appletId, CacObject... objects) {
        return new CacInstance(aid, appletId, List.of(objects));
    }

    byte[] name() {
        return HEX.parseHex(aid);
    }

    /** Installation parameters, as the container applet takes them. */
    byte[] parameters() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(objects.size());
        objects.forEach(object -> out.writeBytes(object.parameters()));
        return out.toByteArray();
    }

    /** Entry of the rules by applet: VERIFY always, READ BUFFER by the object's rule, UPDATE BUFFER by the secure channel. */
    String rules() {
        return AccessTables.rules(
                appletId, objects.stream().map(CacInstance::rules).toList());
    }

    private static String rules(CacObject object) {
        return HEX.toHexDigits((short) object.id()) + "03" + "2010" + "52" + HEX.toHexDigits((byte) object.readRule())
                + "5804";
    }
}
