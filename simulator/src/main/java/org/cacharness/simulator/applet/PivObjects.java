package org.cacharness.simulator.applet;

import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;
import org.jspecify.annotations.Nullable;

/** The data objects, each as GET DATA answers it, outer tag included (SP 800-73-4 Part 1, tables 2 and 7 to 19). */
final class PivObjects {
    private static final byte TAG_LIST = 0x5C;
    private static final short MOST_OBJECTS = 40;
    private static final short LONGEST_TAG = 3;

    private static final int FINGERPRINTS = 0x5FC103;
    private static final int FACIAL_IMAGE = 0x5FC108;
    private static final int PRINTED_INFORMATION = 0x5FC109;
    private static final int IRIS_IMAGES = 0x5FC121;
    private static final int PAIRING_CODE = 0x5FC123;

    private final int[] tags = new int[MOST_OBJECTS];
    private final byte[][] objects = new byte[MOST_OBJECTS][];
    private short count;

    private final Tlv tlv = new Tlv();
    /** The object that a chain of PUT DATA is filling, not yet among the others. */
    private final Object[] unfinished = JCSystem.makeTransientObjectArray((short) 1, JCSystem.CLEAR_ON_DESELECT);

    private final short[] filled = JCSystem.makeTransientShortArray((short) 1, JCSystem.CLEAR_ON_DESELECT);
    private int unfinishedTag;

    /** The tag in a tag list, {@code 5C length tag} and nothing else. */
    static int tagInList(byte[] buffer, short length) {
        short tagLength = length < 2 ? 0 : buffer[(short) (ISO7816.OFFSET_CDATA + 1)];
        // PRE-CONDITION - one tag of one to three bytes (SP 800-73-4 Part 2, 3.1.2)
        if (length < 3
                || buffer[ISO7816.OFFSET_CDATA] != TAG_LIST
                || tagLength < 1
                || tagLength > LONGEST_TAG
                || length != (short) (tagLength + 2)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        return tag(buffer, tagLength);
    }

    /** Whether the object is read with the PIN alone (SP 800-73-4 Part 1, table 2). */
    static boolean isProtected(int tag) {
        return tag == FINGERPRINTS
                || tag == FACIAL_IMAGE
                || tag == PRINTED_INFORMATION
                || tag == IRIS_IMAGES
                || tag == PAIRING_CODE;
    }

    byte @Nullable [] find(int tag) {
        for (short i = 0; i < count; i++) {
            if (tags[i] == tag) {
                return objects[i];
            }
        }
        return null;
    }

    void dropUnfinished() {
        unfinished[0] = null;
        filled[0] = 0;
    }

    /** Takes one part of PUT DATA: {@code 5C length tag}, then the object with its outer tag. */
    void put(byte[] buffer, short length, boolean more) {
        short from = ISO7816.OFFSET_CDATA;
        short left = length;
        if (unfinished[0] == null) {
            short header = begin(buffer, length);
            from = (short) (from + header);
            left = (short) (left - header);
        }
        byte[] object = (byte[]) unfinished[0];
        // PRE-CONDITION - the parts are together as long as the object says
        boolean tooLong = (short) (filled[0] + left) > object.length;
        if (tooLong || (!more && (short) (filled[0] + left) != object.length)) {
            dropUnfinished();
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        filled[0] = Util.arrayCopyNonAtomic(buffer, from, object, filled[0], left);
        if (!more) {
            keep(object);
        }
    }

    /** Makes room for the object, and returns the length of the tag list in front of it. */
    private short begin(byte[] buffer, short length) {
        short tagLength = length < 2 ? 0 : buffer[(short) (ISO7816.OFFSET_CDATA + 1)];
        short list = (short) (tagLength + 2);
        // PRE-CONDITION - a tag list, then an object (SP 800-73-4 Part 2, 3.3.1)
        if (length < 5
                || buffer[ISO7816.OFFSET_CDATA] != TAG_LIST
                || tagLength < 1
                || tagLength > LONGEST_TAG
                || length <= list) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        short object = (short) (ISO7816.OFFSET_CDATA + list);
        tlv.begin(object, (short) (length - list));
        if (!tlv.readHeader(buffer)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        unfinishedTag = tag(buffer, tagLength);
        unfinished[0] = new byte[(short) (tlv.value() - object + tlv.length())];
        filled[0] = 0;
        return list;
    }

    private void keep(byte[] object) {
        dropUnfinished();
        short at = 0;
        while (at < count && tags[at] != unfinishedTag) {
            at++;
        }
        // PRE-CONDITION - there is room (SP 800-73-4 Part 2, 3.3.1: 6A84)
        if (at == MOST_OBJECTS) {
            ISOException.throwIt(StatusWords.NO_ROOM);
        }
        tags[at] = unfinishedTag;
        objects[at] = object;
        if (at == count) {
            count++;
        }
    }

    private static int tag(byte[] buffer, short tagLength) {
        int tag = 0;
        for (short i = 0; i < tagLength; i++) {
            tag = (tag << 8) | (buffer[(short) (ISO7816.OFFSET_CDATA + 2 + i)] & 0xFF);
        }
        return tag;
    }
}
