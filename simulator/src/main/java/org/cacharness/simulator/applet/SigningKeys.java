package org.cacharness.simulator.applet;

import javacard.framework.ISOException;

/** Keys by algorithm identifier (SP 800-78-4, table 6-2; 05: SP 800-78-5): 05 RSA-3072, 07 RSA-2048, 11 P-256, 14 P-384. */
final class SigningKeys {
    private SigningKeys() {}

    static SigningKey of(byte algorithm) {
        return switch (algorithm) {
            case 0x05 -> new RsaSigningKey((short) 3072);
            case 0x07 -> new RsaSigningKey((short) 2048);
            case 0x11 -> new EcSigningKey((short) 256);
            case 0x14 -> new EcSigningKey((short) 384);
            default -> throw new ISOException(StatusWords.WRONG_DATA);
        };
    }

    /** A key for agreement with another's, which is what an EC key for key management does. */
    static SigningKey forAgreement(byte algorithm) {
        return switch (algorithm) {
            case 0x11 -> new EcAgreementKey((short) 256);
            case 0x14 -> new EcAgreementKey((short) 384);
            default -> of(algorithm);
        };
    }
}
