package org.cacharness.report;

/**
 * One thing that tells a run from others: what ran it, and what it ran with.
 *
 * @param name for example {@code Browser}; one of the constants here where it is one of those
 * @param value for example {@code HtmlUnit 4.21.0}
 */
public record RunFact(String name, String value) {
    /** The harness's own program files, with a hash. */
    public static final String BUILD = "Harness build";
    /** Operating system. */
    public static final String SYSTEM = "System";
    /** JDK. */
    public static final String JAVA = "Java";
    /** Browser and its version. */
    public static final String BROWSER = "Browser";
    /** How the card is reached. */
    public static final String CARD_PATH = "Card path";
    /** What stands between browser and card. */
    public static final String MIDDLEWARE = "Middleware";
    /** The card reader. */
    public static final String READER = "Reader";
    /** Answer to reset, in hexadecimal. */
    public static final String ATR = "ATR";
    /** What kind of card it is. */
    public static final String CARD_PROFILE = "Card profile";
    /** The portal and what it consists of. */
    public static final String PORTAL = "Portal";
    /** Whether people are hidden behind pseudonyms, and if not, why. */
    public static final String PERSONAL_DATA = "Personal data";
}
