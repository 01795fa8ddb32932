package org.cacharness.edge;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * A TLS client whose key is behind SunPKCS11 and a module, in a process of its own.
 *
 * <p>Arguments: module, TLS version, PIN (of a card of this test run). Prints the provider of the signature's key and whom the server saw.
 */
final class ModuleTlsProcess {
    private ModuleTlsProcess() {}

    public static void main(String... arguments) throws Exception {
        CardTerminal terminal =
                TerminalFactory.getInstance("PC/SC", null).terminals().list().get(0);
        PinGuard guard = new PinGuard(PinPolicy.hardware());
        try (SmartcardConnection connection = SmartcardConnection.open(terminal)) {
            CacCard card = new CacCard(connection, guard);
            CardCertificate certificate = card.certificates().get(0);
            try (ModuleToken token = ModuleToken.open(Path.of(arguments[0]), card, guard)) {
                PrivateKey key =
                        token.key(certificate, (instance, state) -> Optional.of(Pin.of(arguments[2].toCharArray())));
                String subject = CardTlsTest.handshake(arguments[1], certificate, key)
                        .getSubjectX500Principal()
                        .getName();
                System.out.println(arguments[1] + ", key of " + key.getClass().getPackageName() + ", server saw "
                        + subject + ", presentations " + guard.presentations());
            }
        }
    }
}
