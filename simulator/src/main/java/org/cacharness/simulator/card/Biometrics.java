package org.cacharness.simulator.card;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;

/** Records in the form of fingerprints and of a face, made up: no person has them. */
final class Biometrics {
    private static final int FACE_WIDTH = 420;
    private static final int FACE_HEIGHT = 560;
    private static final int FINGER_SIZE = 500;
    /** 500 pixels to the inch, as pixels to the centimetre. */
    private static final int RESOLUTION = 197;

    private static final int MINUTIAE = 20;
    private static final int RIGHT_INDEX = 2;
    private static final int LEFT_INDEX = 7;

    private Biometrics() {}

    /** Two fingers with random minutiae, the same for the same seed (INCITS 378-2004, SP 800-76-2, table 6). */
    static byte[] fingerprints(long seed) {
        int view = 4 + 6 * MINUTIAE + 2;
        int length = 26 + 2 * view;
        ByteBuffer record = ByteBuffer.allocate(length)
                .put("FMR\0 20\0".getBytes(US_ASCII))
                .putShort((short) length)
                .putInt(0x00010001)
                .putShort((short) 0)
                .putShort((short) FINGER_SIZE)
                .putShort((short) FINGER_SIZE)
                .putShort((short) RESOLUTION)
                .putShort((short) RESOLUTION)
                .put((byte) 2)
                .put((byte) 0);
        Random random = new Random(seed);
        putFinger(record, RIGHT_INDEX, random);
        putFinger(record, LEFT_INDEX, random);
        return record.array();
    }

    private static void putFinger(ByteBuffer record, int position, Random random) {
        record.put((byte) position).put((byte) 0).put((byte) 80).put((byte) MINUTIAE);
        for (int i = 0; i < MINUTIAE; i++) {
            int type = 1 + random.nextInt(2);
            record.putShort((short) (type << 14 | random.nextInt(FINGER_SIZE)))
                    .putShort((short) random.nextInt(FINGER_SIZE))
                    .put((byte) random.nextInt(180))
                    .put((byte) 0);
        }
        record.putShort((short) 0);
    }

    /** A drawing of a face (INCITS 385-2004, SP 800-76-2, table 13). */
    static byte[] face() {
        byte[] image = drawing();
        int block = 20 + 12 + image.length;
        return ByteBuffer.allocate(14 + block)
                .put("FAC\0".getBytes(US_ASCII))
                .put("010\0".getBytes(US_ASCII))
                .putInt(14 + block)
                .putShort((short) 1)
                .putInt(block)
                .putShort((short) 0)
                .put(new byte[] {0, 0, 0})
                .put(new byte[3])
                .putShort((short) 1)
                .put(new byte[6])
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) FACE_WIDTH)
                .putShort((short) FACE_HEIGHT)
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) 0)
                .putShort((short) 0)
                .put(image)
                .array();
    }

    private static byte[] drawing() {
        try (InputStream in = Objects.requireNonNull(Biometrics.class.getResourceAsStream("drawn-face.jpg"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
