package org.cacharness.environment;

import java.security.NoSuchAlgorithmException;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;

/** Where readers are found. */
@FunctionalInterface
interface PcscService {
    /**
     * The readers.
     *
     * @throws CardException if there is no service
     */
    CardTerminals terminals() throws CardException;

    /** The PC/SC service that this process talks to; on Linux {@code PCSCLITE_CSOCK_NAME} in its environment decides which. */
    static PcscService ofThisProcess() {
        return () -> {
            OpenSc.showPcscLibraryToJdk();
            try {
                return TerminalFactory.getInstance("PC/SC", null).terminals();
            } catch (NoSuchAlgorithmException none) {
                throw new CardException("no PC/SC service answers", none);
            }
        };
    }
}
