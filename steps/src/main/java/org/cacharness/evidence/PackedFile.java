package org.cacharness.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cacharness.report.Sha256;

/** A deflated file at its place in a pack. */
record PackedFile(PackBytes pack, long offset, PackManifest.File file) {
    private static final int BUFFER = 1 << 16;

    byte[] packed() throws IOException {
        return pack.read(offset, file.packedSize());
    }

    byte[] content() throws IOException {
        try {
            return inflated(packed(), file.size());
        } catch (DataFormatException e) {
            throw new IOException(file.path() + ": " + e.getMessage(), e);
        }
    }

    /** The file whose local header stands at an offset. */
    static PackedFile at(PackBytes pack, long header, PackManifest.File file) {
        return new PackedFile(
                pack, header + ZipMember.LOCAL_LENGTH + file.member().name().length, file);
    }

    /**
     * Inflates.
     *
     * @param size what it must come to; no more is inflated, however much there is
     * @throws DataFormatException if it is no deflated stream, or comes to another size, or has bytes left over
     */
    static byte[] inflated(byte[] packed, long size) throws DataFormatException {
        ByteArrayOutputStream content = new ByteArrayOutputStream((int) Math.min(size, packed.length * 8L + BUFFER));
        inflate(packed, size, content::write);
        return content.toByteArray();
    }

    /** The SHA-256 of what {@link #inflated} would give, which need not be held for it. */
    static String sha256OfInflated(byte[] packed, long size) throws DataFormatException {
        MessageDigest digest = Sha256.begin();
        inflate(packed, size, digest::update);
        return Sha256.hex(digest.digest());
    }

    private static void inflate(byte[] packed, long size, Piece taken) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] piece = new byte[BUFFER];
            long inflated = 0;
            while (!inflater.finished() && inflated <= size) {
                int length = inflater.inflate(piece);
                if (length == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("the deflated stream ends early");
                }
                taken.take(piece, 0, length);
                inflated += length;
            }
            if (inflated != size || inflater.getRemaining() > 0) {
                throw new DataFormatException("the deflated stream has another length");
            }
        } finally {
            inflater.end();
        }
    }

    /** Takes the first bytes of an array that is used again. */
    private interface Piece {
        void take(byte[] bytes, int from, int length);
    }
}
