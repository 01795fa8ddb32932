package org.cacharness.simulator.card;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The tables of GET ACR for the instances that a card has (GSC-IS 2.1, virtual machine card edge). */
final class AccessTables {
    static final int RULES = 0x00;
    static final int RULES_BY_APPLET = 0x10;
    static final int PROVIDERS = 0x20;
    static final int SERVICES = 0x21;

    private static final HexFormat HEX = HexFormat.of();
    private static final String ACA = "A0000000790300";
    private static final int FIRST_PKI = 0x61;

    private final List<String> rulesByApplet = new ArrayList<>();
    private final List<String> services = new ArrayList<>();

    /** Adds a PKI instance; its place in the order is its number. */
    void addPki(int index, String aid, int objectId) {
        String object = HEX.toHexDigits((short) objectId) + "04" + "2010" + "4206" + "5200" + "5804";
        rulesByApplet.add(rules(FIRST_PKI + index, List.of(object)));
        services.add(service(FIRST_PKI + index, aid));
    }

    void add(CacInstance instance) {
        rulesByApplet.add(instance.rules());
        services.add(service(instance.appletId(), instance.aid()));
    }

    /** Rules by their numbers: 00, 10, 11 always, 01 never, 06 PIN, 04 secure channel, 08 to 0B with external authentication. */
    byte[] rules() {
        return table(
                "A1",
                List.of(
                        "A003000000",
                        "A003010100",
                        "A003020000",
                        "A0050606011E00",
                        "A0050404011F21",
                        "A0070803021D211E00",
                        "A0050902011D21",
                        "A0070A03021D221E00",
                        "A0050B02011D22",
                        "A003100000",
                        "A003110000"));
    }

    byte[] rulesByApplet() {
        List<String> all = new ArrayList<>(rulesByApplet);
        all.add(rules(0x01, List.of("0300" + "03" + "2010" + "2406" + "4C00")));
        return table("81", all);
    }

    /** Access method providers: 1D external authentication, 1E PIN, 1F secure channel; all are the ACA. */
    byte[] providers() {
        return table("9A", List.of("99081D" + ACA, "99081E" + ACA, "99081F" + ACA));
    }

    byte[] services() {
        return table("94", services);
    }

    static String rules(int appletId, List<String> objects) {
        String body = oneByte(appletId) + oneByte(objects.size()) + String.join("", objects);
        return "80" + oneByte(body.length() / 2) + body;
    }

    private static String service(int appletId, String aid) {
        return "930A" + oneByte(appletId) + "9207" + aid;
    }

    private static byte[] table(String tag, List<String> entries) {
        return HEX.parseHex(tag + "01" + oneByte(entries.size()) + String.join("", entries));
    }

    private static String oneByte(int value) {
        return HEX.toHexDigits((byte) value);
    }
}
