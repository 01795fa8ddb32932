package org.cacharness.simulator.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The files of a certificate applet, wrong in one way; see {@link CardObjects#certificate} for right ones. */
final class FaultyFiles {
    private static final int CERTIFICATE = 0x70;
    private static final int CERT_INFO = 0x71;
    private static final int MSCUID = 0x72;
    private static final int BOMB = 4 * 1024 * 1024;
    private static final int TOO_SHORT = 16;
    private static final int MISSING = 200;

    private final byte[] certificate;
    private final byte[] name;

    /**
     * Files of a certificate.
     *
     * @param certificate as it is issued
     * @param name MSCUID
     */
    FaultyFiles(byte[] certificate, byte[] name) {
        this.certificate = certificate;
        this.name = name;
    }

    /** The files with a fault in them; sound ones where the fault is none of these. */
    CardFiles with(CardFault fault) {
        return switch (fault) {
            case CERTIFICATE_CUT_OFF -> files(0, Arrays.copyOf(certificate, certificate.length / 2));
            case CERTIFICATE_LENGTH_WRONG ->
                files(0, certificate).claiming(CERTIFICATE, certificate.length - TOO_SHORT);
            case CERTIFICATE_EMPTY -> files(0, new byte[0]);
            case CERTIFICATE_STRAY_BYTE -> files(0, afterStrayByte());
            case GZIP_FLAG_ON_PLAIN -> files(1, certificate);
            case GZIP_WITHOUT_FLAG -> files(0, compressed(certificate));
            case GZIP_BOMB -> files(1, compressed(new byte[BOMB]));
            case TAG_FILE_ODD -> files(0, certificate).cutTags(-1);
            case TAG_LENGTH_CUT_OFF -> certificateLast().cutTags(1);
            case VALUE_FILE_SHORT -> certificateLast().cutValues(MISSING);
            default -> files(0, certificate);
        };
    }

    static byte[] compressed(byte[] value) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private CardFiles files(int info, byte[] value) {
        return new CardFiles()
                .put(CERT_INFO, new byte[] {(byte) info})
                .put(CERTIFICATE, value)
                .put(MSCUID, name);
    }

    private CardFiles certificateLast() {
        return new CardFiles().put(CERT_INFO, new byte[] {0}).put(MSCUID, name).put(CERTIFICATE, certificate);
    }

    private byte[] afterStrayByte() {
        byte[] value = new byte[certificate.length + 1];
        System.arraycopy(certificate, 0, value, 1, certificate.length);
        return value;
    }
}
