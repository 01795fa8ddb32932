package org.cacharness.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads containers of the CAC edge: SELECT, then the T-file and the V-file in pieces. */
final class CardContainers {
    private static final int READ_BUFFER = 0x52;
    private static final int SELECT = 0xA4;
    private static final int BY_OBJECT = 0x02;
    private static final byte[] CHUID = {0x30, 0x00};
    private static final int FASC_N = 0x30;
    private static final int GUID = 0x34;
    private static final int EXPIRATION = 0x35;
    private static final int T_FILE = 1;
    private static final int V_FILE = 2;
    private static final int PIECE = 240;
    private static final int CARD_IDENTIFIER = 0xF0;
    private static final int CARD_ID_OFFSET = 7;
    private static final int CERTIFICATE = 0x70;
    private static final int CERT_INFO = 0x71;

    private final CommandSender sender;

    CardContainers(CommandSender sender) {
        this.sender = sender;
    }

    /** The card identifier of the CCC: the bytes after GSC-RID, manufacturer and card type (GSC-IS 2.1). */
    String serial() throws CardConnectionException {
        byte[] identifier = read(Aid.CCC)
                .flatMap(container -> container.value(CARD_IDENTIFIER))
                .filter(value -> value.length > CARD_ID_OFFSET)
                .orElseThrow(() ->
                        new CardAnswerException("Card serial: expected tag F0 in the CCC, found none: is this a CAC?"));
        return Hex.of(identifier).substring(2 * CARD_ID_OFFSET);
    }

    /** The card's last day, as its CHUID has it; empty where the card has no CHUID on this edge. */
    Optional<LocalDate> expires() throws CardConnectionException {
        return chuid().flatMap(chuid -> chuid.value(EXPIRATION)).map(CardContainers::day);
    }

    /**
     * What a PIV driver calls the card, in hexadecimal: FASC-N and GUID of its CHUID (SP 800-73-4 part 1, 3.1.2). Empty where the card has
     * no CHUID on this edge. The FASC-N's end is the person's: two cards of one person share it.
     */
    List<String> pivSerials() throws CardConnectionException {
        return chuid().stream()
                .flatMap(chuid -> Stream.of(FASC_N, GUID).flatMap(tag -> chuid.value(tag).stream()))
                .map(Hex::of)
                .toList();
    }

    private Optional<SimpleTlv> chuid() throws CardConnectionException {
        StatusWord selected = sender.select(Aid.ACCESS_CONTROL_FILE);
        if (selected.equals(StatusWord.NOT_FOUND)) {
            return Optional.empty();
        }
        sender.requireDone("SELECT " + Aid.ACCESS_CONTROL_FILE, selected, "is this a CAC?");
        ResponseApdu object =
                sender.send(CommandApdu.of(0x00, SELECT, BY_OBJECT, 0x00).data(CHUID));
        sender.requireDone("SELECT CHUID", object.statusWord(), "the card was not personalised");
        return Optional.of(SimpleTlv.read(file(T_FILE), file(V_FILE)));
    }

    private static LocalDate day(byte[] digits) {
        try {
            return LocalDate.parse(new String(digits, US_ASCII), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new CardAnswerException(
                    "CHUID: expected an expiration date of eight digits, got " + digits.length
                            + " bytes that are none: the card was personalised wrongly",
                    e);
        }
    }

    Optional<X509Certificate> certificate(PkiInstance instance) throws CardConnectionException {
        Optional<SimpleTlv> container = container(instance);
        return container.isEmpty() ? Optional.empty() : Optional.of(certificate(instance, container.get()));
    }

    private Optional<SimpleTlv> container(PkiInstance instance) throws CardConnectionException {
        try {
            return read(instance.aid());
        } catch (CardAnswerException unreadable) {
            throw new CardAnswerException(
                    "Certificate for " + instance.label() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Empty if the card has no such instance. */
    private Optional<SimpleTlv> read(Aid aid) throws CardConnectionException {
        StatusWord selected = sender.select(aid);
        if (selected.equals(StatusWord.NOT_FOUND)) {
            return Optional.empty();
        }
        sender.requireDone("SELECT " + aid, selected, "is this a CAC?");
        return Optional.of(SimpleTlv.read(file(T_FILE), file(V_FILE)));
    }

    private byte[] file(int kind) throws CardConnectionException {
        int length = SimpleTlv.littleEndian(piece(kind, 0, 2), 0);
        ByteBuffer file = ByteBuffer.allocate(length);
        while (file.hasRemaining()) {
            file.put(piece(kind, 2 + file.position(), Math.min(PIECE, file.remaining())));
        }
        return file.array();
    }

    private byte[] piece(int kind, int offset, int length) throws CardConnectionException {
        ResponseApdu response = sender.send(CommandApdu.of(0x80, READ_BUFFER, offset >> 8, offset & 0xFF)
                .data(new byte[] {(byte) kind, (byte) length})
                .expecting(length));
        sender.requireDone("READ BUFFER", response.statusWord(), "the container can't be read");
        if (response.data().length != length) {
            throw new CardAnswerException("READ BUFFER: expected " + length + " bytes, got " + response.data().length
                    + ": the file is shorter than it says");
        }
        return response.data();
    }

    private static X509Certificate certificate(PkiInstance instance, SimpleTlv container) {
        byte[] value = container
                .value(CERTIFICATE)
                .orElseThrow(() -> new CardAnswerException("Certificate for " + instance.label()
                        + ": expected tag 70, found none: the card was not personalised"));
        // CertInfo, low two bits: 1 is gzip (RFC 1952)
        boolean compressed = container
                .value(CERT_INFO)
                .map(info -> info.length > 0 && (info[0] & 0x03) == 1)
                .orElse(false);
        try {
            return new CertificateValue(value, compressed).certificate();
        } catch (CertificateException | IOException e) {
            throw new CardAnswerException(
                    "Certificate for " + instance.label() + ": expected an X.509 certificate, got " + value.length
                            + " bytes that are none (" + e.getMessage()
                            + "): the card is damaged or was personalised wrongly",
                    e);
        }
    }
}
