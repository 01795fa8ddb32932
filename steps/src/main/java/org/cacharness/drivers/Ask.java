package org.cacharness.drivers;

/** What a member can be asked for between Register and the confirmation (step 6). */
public enum Ask {
    /** Choose a digital certificate. */
    CERTIFICATE("the certificate"),
    /** Enter the PIN of the CAC. */
    PIN("the PIN"),
    /** Enter the portal password. */
    PASSWORD("the password");

    private final String words;

    Ask(String words) {
        this.words = words;
    }

    /** How a scenario says it. */
    public String words() {
        return words;
    }
}
