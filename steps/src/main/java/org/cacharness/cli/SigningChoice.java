package org.cacharness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.cacharness.evidence.EvidenceException;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.evidence.HarnessKey;
import org.cacharness.evidence.StoredKey;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Who signs evidence, as the words of {@code --sign-with} say it.
 *
 * @param words {@code harness}, {@code card [NAME]}, {@code own-card} or {@code pkcs12 FILE}
 * @param passwordDescriptor of the file that the password of a PKCS #12 file is read from, or null for the terminal
 * @param realCard which real card may sign, and where its PIN comes from
 */
record SigningChoice(List<String> words, @Nullable Integer passwordDescriptor, RealCardOptions realCard) {
    /** The real card in a reader. */
    static final String OWN_CARD = "own-card";

    private static final int LONGEST_PASSWORD = 1024;

    /** The signer, ready to sign. */
    EvidenceSigner open(Harness harness, Workplace workplace, InstantSource clock, Secrets secrets)
            throws BadInputException, EvidenceException {
        String who = words.get(0);
        String what = words.size() > 1 ? words.get(1) : null;
        if (who.equals("harness") && what == null) {
            return HarnessKey.in(workplace.state(), clock);
        }
        if (who.equals("card")) {
            return harness.cardSigner(what, secrets);
        }
        if (who.equals(OWN_CARD) && what == null) {
            return harness.ownCardSigner(realCard.request(workplace), secrets, line -> {
                workplace.coloured().out().println(line);
                workplace.coloured().out().flush();
            });
        }
        if (who.equals("pkcs12") && what != null) {
            return pkcs12(workplace.resolve(Path.of(what)), secrets);
        }
        throw new BadInputException(
                "--sign-with: expected harness, card [NAME], own-card or pkcs12 FILE, got " + String.join(" ", words));
    }

    private EvidenceSigner pkcs12(Path file, Secrets secrets) throws BadInputException, EvidenceException {
        if (!Files.isReadable(file)) {
            throw new BadInputException("--sign-with pkcs12: expected a file that can be read, got " + file);
        }
        char[] password = password(file);
        try {
            if (password.length >= Integer.BYTES) {
                secrets.register(SecretKind.PASSWORD, password);
            }
            return StoredKey.ofPkcs12(file, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @SuppressWarnings("SystemConsoleNull") // null says on JDK 17 to 21 that there is no terminal
    private char[] password(Path file) throws BadInputException {
        if (passwordDescriptor != null) {
            return passwordFrom(Path.of("/dev/fd", passwordDescriptor.toString()));
        }
        char[] typed =
                System.console() == null ? null : System.console().readPassword("Password of %s: ", file.getFileName());
        if (typed == null) {
            throw new BadInputException(
                    "--sign-with pkcs12: expected a terminal to ask for the password, there is none:"
                            + " name a file descriptor by --password-fd");
        }
        return typed;
    }

    /** The first line, without its end. */
    private static char[] passwordFrom(Path descriptor) throws BadInputException {
        try (InputStream stream = Files.newInputStream(descriptor)) {
            byte[] bytes = stream.readNBytes(LONGEST_PASSWORD);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int length = 0;
            while (length < text.length() && text.charAt(length) != '\n' && text.charAt(length) != '\r') {
                length++;
            }
            char[] password = new char[length];
            text.get(password);
            Arrays.fill(text.array(), '\0');
            return password;
        } catch (IOException e) {
            throw new BadInputException(
                    "--password-fd: expected an open file descriptor, got " + descriptor
                            + ": open it, as in 3<password-file",
                    e);
        }
    }
}
