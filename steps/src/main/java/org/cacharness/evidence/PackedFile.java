package org.cacharness.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

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

    /**
     * Inflates.
     *
     * @param size what it must come to; no more is inflated, however much there is
     * @throws DataFormatException if it is no deflated stream, or comes to another size, or has bytes left over
     */
    static byte[] inflated(byte[] packed, long size) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream content =
                    new ByteArrayOutputStream((int) Math.min(size, packed.length * 8L + BUFFER));
            byte[] piece = new byte[BUFFER];
            while (!inflater.finished() && content.size() <= size) {
                int length = inflater.inflate(piece);
                if (length == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataFormatException("the deflated stream ends early");
                }
                content.write(piece, 0, length);
            }
            if (content.size() != size || inflater.getRemaining() > 0) {
                throw new DataFormatException("the deflated stream has another length");
            }
            return content.toByteArray();
        } finally {
            inflater.end();
        }
    }
}
