package org.cacharness.edge;

/** What came of a private key operation. */
public sealed interface SignOutcome {
    /** The card did it. */
    final class Signed implements SignOutcome {
        private final byte[] result;

        Signed(byte[] result) {
            this.result = result;
        }

        /** RSA: as long as the modulus. EC: an ECDSA signature in DER. A new array each time. */
        public byte[] result() {
            return result.clone();
        }
    }

    /** The card wants its PIN first. */
    record PinNeeded() implements SignOutcome {}
}
