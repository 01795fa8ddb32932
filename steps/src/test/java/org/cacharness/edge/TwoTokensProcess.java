package org.cacharness.edge;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * Two cards in two readers, used by turns through one module, in a process of its own.
 *
 * <p>Arguments: module, Ada's serial, Bob's serial. Standard input: Ada's PIN, Bob's PIN, a line each. What is printed has no PIN in it.
 */
final class TwoTokensProcess {
    private TwoTokensProcess() {}

    public static void main(String... arguments) throws Exception {
        BufferedReader pins = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        String adas = pins.readLine();
        String bobs = pins.readLine();
        List<CacReader> readers = new ArrayList<>();
        for (CardTerminal terminal :
                TerminalFactory.getInstance("PC/SC", null).terminals().list()) {
            readers.add(CacReader.open(terminal));
        }
        try (User ada = User.of(readers, arguments[0], arguments[1]);
                User bob = User.of(readers, arguments[0], arguments[2])) {
            System.out.println("before: Ada " + ada.card.pinState() + ", Bob " + bob.card.pinState());
            System.out.println("Bob's PIN: " + bob.present(bobs) + ", Ada " + ada.card.pinState());
            System.out.println("Bob's PIN on Ada's card: " + ada.present(bobs) + ", Bob " + bob.card.pinState());
            System.out.println("Ada's PIN: " + ada.present(adas) + ", Bob " + bob.card.pinState());
            System.out.println("Bob: " + bob.sign());
            System.out.println("Ada: " + ada.sign());
        }
    }

    /** The JDK has one connection to a card for the whole process: it is opened once, and not left while it is in use. */
    private record CacReader(SmartcardConnection connection, CacCard card, PinGuard guard) {
        static CacReader open(CardTerminal terminal) throws Exception {
            SmartcardConnection connection = SmartcardConnection.open(terminal);
            PinGuard guard = new PinGuard(new PinPolicy(1, 2, true, false));
            return new CacReader(connection, new CacCard(connection, guard), guard);
        }
    }

    /** Somebody with a card, found by its serial. */
    private record User(SmartcardConnection connection, CacCard card, ModuleToken token) implements AutoCloseable {
        static User of(List<CacReader> readers, String module, String serial) throws Exception {
            for (CacReader reader : readers) {
                if (reader.card().serial().equals(serial)) {
                    return new User(
                            reader.connection(),
                            reader.card(),
                            ModuleToken.open(Path.of(module), reader.card(), reader.guard()));
                }
            }
            throw new IllegalStateException("Card: expected " + serial + " in one of " + readers.size() + " readers");
        }

        PinOutcome present(String pin) throws CardConnectionException {
            return token.present(Pin.of(pin.toCharArray()));
        }

        /** Signs with the module's key, and checks with this card's certificate. */
        String sign() throws Exception {
            CardCertificate certificate = card.certificates().get(0);
            PrivateKey key = token.key(certificate, (instance, state) -> Optional.empty());
            byte[] text = "Registered information".getBytes(StandardCharsets.UTF_8);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            byte[] made = signature.sign();
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(certificate.certificate());
            check.update(text);
            if (!check.verify(made)) {
                throw new IllegalStateException("Signature: expected one by the key of card " + card.serial());
            }
            return "signed by the key of "
                    + certificate.certificate().getSubjectX500Principal().getName();
        }

        @Override
        public void close() {
            token.close();
            connection.close();
        }
    }
}
