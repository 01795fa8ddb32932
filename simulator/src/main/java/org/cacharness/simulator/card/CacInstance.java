package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A container instance of the CAC edge.
 *
 * @param aid its name, in hexadecimal
 * @param appletId its number in the tables of GET ACR
 * @param objects none, one or several
 */
record CacInstance(String aid, int appletId, List<CacObject> objects) {
    static CacInstance of(String aid, int appletId, CacObject... objects) {
        return new CacInstance(aid, appletId, List.of(objects));
    }

    byte[] name() {
        return HexFormat.of().parseHex(aid);
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
                appletId,
                objects.stream()
                        .map(object -> String.format(
                                Locale.ROOT,
                                "%04X" + "03" + "2010" + "52%02X" + "5804",
                                object.id(),
                                object.readRule()))
                        .toList());
    }
}
