package org.cacharness.simulator.pki;

/**
 * To whom a cardholder belongs, and as what: the six digits after the person's number in the FASC-N and in the principal
 * name of the PIV authentication certificate (TIG SCEPACS 2.2, table 2).
 *
 * @param category one digit: 1 federal, 2 state, 3 commercial, 4 foreign government
 * @param organisation four digits: 2100 Army, 1700 Navy, 1727 Marine Corps, 5700 Air Force, 7008 Coast Guard, 9700 other DoD
 * @param association one digit: 1 employee, 2 civil, 3 executive staff, 4 uniformed service, 5 contractor, 6 affiliate,
 *     7 beneficiary
 */
public record Affiliation(int category, String organisation, int association) {
    private static final int FEDERAL = 1;
    private static final int FOREIGN = 4;
    private static final int EMPLOYEE = 1;
    private static final int UNIFORMED = 4;
    private static final int CONTRACTOR = 5;
    private static final int AFFILIATE = 6;
    private static final String OTHER_DOD = "9700";

    /** What the organisational unit of a subject name tells. */
    static Affiliation of(String component) {
        return switch (component) {
            case "USA" -> new Affiliation(FEDERAL, "2100", UNIFORMED);
            case "USN" -> new Affiliation(FEDERAL, "1700", UNIFORMED);
            case "USMC" -> new Affiliation(FEDERAL, "1727", UNIFORMED);
            case "USAF" -> new Affiliation(FEDERAL, "5700", UNIFORMED);
            case "USCG" -> new Affiliation(FEDERAL, "7008", UNIFORMED);
            case "CONTRACTOR" -> new Affiliation(FEDERAL, OTHER_DOD, CONTRACTOR);
            case "FOREIGN" -> new Affiliation(FOREIGN, OTHER_DOD, AFFILIATE);
            default -> new Affiliation(FEDERAL, OTHER_DOD, EMPLOYEE);
        };
    }

    /** From the six digits. */
    static Affiliation ofDigits(String digits) {
        return new Affiliation(
                Character.digit(digits.charAt(0), 10), digits.substring(1, 5), Character.digit(digits.charAt(5), 10));
    }

    /** Category, organisation and association in this order: six digits. */
    String digits() {
        return category + organisation + association;
    }
}
