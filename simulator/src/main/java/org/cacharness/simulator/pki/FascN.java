package org.cacharness.simulator.pki;

/**
 * Federal Agency Smart Credential Number: which card of which agency, and whose (TIG SCEPACS 2.2, section 2.1).
 *
 * @param agency four digits, DoD is 9700
 * @param system four digits, the issuing system within the agency
 * @param credential six digits, the card within the system
 * @param series one digit, 1 unless the system was changed in a great way
 * @param person ten digits, at DoD the EDIPI
 * @param affiliation to what kind of organisation, to which, and as what the person belongs: the last six digits
 */
record FascN(String agency, String system, String credential, String series, String person, Affiliation affiliation) {
    /** Individual credential issue: a card is never issued twice under one number. */
    private static final String FIRST_ISSUE = "1";

    private static final int START = 0xB;
    private static final int SEPARATOR = 0xD;
    private static final int END = 0xF;
    private static final int SYMBOLS = 40;
    private static final int BITS = 5;

    /** The 25 octets of 40 symbols, each four bits with the lowest first and a bit of odd parity. */
    byte[] octets() {
        Symbols symbols = new Symbols();
        symbols.add(START);
        for (String field : new String[] {agency, system, credential, series, FIRST_ISSUE}) {
            symbols.addDigits(field);
            symbols.add(SEPARATOR);
        }
        symbols.addDigits(person);
        symbols.addDigits(affiliation.digits());
        symbols.add(END);
        symbols.add(symbols.redundancy);
        return symbols.octets;
    }

    private static final class Symbols {
        private final byte[] octets = new byte[SYMBOLS * BITS / Byte.SIZE];
        private int bits;
        private int redundancy;

        void addDigits(String digits) {
            digits.chars().forEach(digit -> add(Character.digit(digit, 10)));
        }

        void add(int symbol) {
            redundancy ^= symbol;
            for (int bit = 0; bit < BITS - 1; bit++) {
                addBit((symbol >> bit) & 1);
            }
            addBit((Integer.bitCount(symbol) + 1) & 1);
        }

        private void addBit(int bit) {
            octets[bits / Byte.SIZE] |= (byte) (bit << (Byte.SIZE - 1 - bits % Byte.SIZE));
            bits++;
        }
    }
}
