package org.cacharness.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A file in a zip file, and the bytes that describe it there (APPNOTE.TXT 6.3.10, 4.3.7 to 4.3.16).
 *
 * <p>Nothing in them is free: no time but 1 January 1980, no extra field, no comment, no attribute. So whoever knows name,
 * checksum and sizes knows every byte, and sees one that is another.
 *
 * @param path its name
 * @param deflated whether its bytes are deflated, else they are stored
 * @param crc of its content
 * @param packedSize of its bytes in the zip file
 * @param size of its content
 */
record ZipMember(String path, boolean deflated, long crc, long packedSize, long size) {
    static final int LOCAL_SIGNATURE = 0x04034B50;
    static final int CENTRAL_SIGNATURE = 0x02014B50;
    static final int END_SIGNATURE = 0x06054B50;
    static final int LOCAL_LENGTH = 30;
    static final int CENTRAL_LENGTH = 46;
    static final int END_LENGTH = 22;

    private static final short VERSION = 20;
    private static final short UTF_8_NAMES = 0x0800;
    private static final short DEFLATED = 8;
    private static final short FIRST_DAY = 0x21;

    byte[] name() {
        return path.getBytes(UTF_8);
    }

    /** Length of the local header and the packed bytes. */
    long length() {
        return LOCAL_LENGTH + name().length + packedSize;
    }

    byte[] localHeader() {
        byte[] name = name();
        return common(buffer(LOCAL_LENGTH + name.length).putInt(LOCAL_SIGNATURE), name)
                .put(name)
                .array();
    }

    byte[] centralHeader(long offset) {
        byte[] name = name();
        ByteBuffer header =
                buffer(CENTRAL_LENGTH + name.length).putInt(CENTRAL_SIGNATURE).putShort(VERSION);
        return common(header, name)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) offset)
                .put(name)
                .array();
    }

    static byte[] end(List<ZipMember> members, long directoryOffset, long directoryLength) {
        return buffer(END_LENGTH)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) members.size())
                .putShort((short) members.size())
                .putInt((int) directoryLength)
                .putInt((int) directoryOffset)
                .putShort((short) 0)
                .array();
    }

    private ByteBuffer common(ByteBuffer header, byte[] name) {
        return header.putShort(VERSION)
                .putShort(UTF_8_NAMES)
                .putShort(deflated ? DEFLATED : 0)
                .putShort((short) 0)
                .putShort(FIRST_DAY)
                .putInt((int) crc)
                .putInt((int) packedSize)
                .putInt((int) size)
                .putShort((short) name.length)
                .putShort((short) 0);
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
