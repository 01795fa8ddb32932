package org.cacharness.timeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where something happened, from what a person sees down to the card's contacts, and behind the portal. */
public enum Layer {
    /** A page of the portal that was shown. */
    SCREEN("screen", "Screen"),
    /** A question of browser or CAC software, what was answered, and a window of the CAC software. */
    DIALOG("dialog", "Dialog"),
    /** A request and what answered it. */
    HTTP("http", "HTTP"),
    /** A TLS handshake. */
    TLS("tls", "TLS"),
    /** A call of the PKCS#11 module. */
    PKCS11("pkcs11", "PKCS#11"),
    /** A command to the card and its answer. */
    APDU("apdu", "Card"),
    /** A change of the portal's state. */
    PORTAL("portal", "Portal");

    private final String id;
    private final String title;

    Layer(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Its name in files and style sheets. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /**
     * The layer of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Layer of(String id) {
        return Arrays.stream(values())
                .filter(layer -> layer.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Layer: expected one of " + Arrays.toString(values())
                        + ", got " + id + ": is the report of a later version?"));
    }
}
