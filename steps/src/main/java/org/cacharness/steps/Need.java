package org.cacharness.steps;

/** What a step needs of a portal that only a mocked one grants. */
public enum Need {
    /** Something registered that nobody registers in the scenario. */
    ARRANGED_REGISTRATION("a certificate would have to be registered from behind"),
    /** A password that is not the account's. */
    OTHER_PASSWORD("a wrong or older password would be sent, which may lock the account"),
    /** Another password than the accounts file has. */
    PASSWORD_CHANGE("the account's password would be changed"),
    /** A damaged file in a browser's cache. */
    DAMAGED_FILE("a file of the portal would have to be damaged on its way"),
    /** Another day. */
    CLOCK("the portal's clock would have to be moved"),
    /** Certificates taken back, or an issuer that does not answer. */
    ISSUER("what an issuer says about a certificate would have to be arranged"),
    /** Register asks for the password, or does not, as the step says. */
    PASSWORD_PROMPT("whether Register asks for the password would have to be chosen");

    private final String words;

    Need(String words) {
        this.words = words;
    }

    /** What would have to be done to the portal. */
    public String words() {
        return words;
    }
}
