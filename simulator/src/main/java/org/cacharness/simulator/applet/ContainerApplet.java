package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;

/**
 * A generic container: one object, a T-file that anyone reads, a V-file under an access rule.
 *
 * <p>The Card Capability Container (object DB00) and the Person Instance (object 0200) are of this kind. Application data of the
 * installation: {@code object(2) kind(1) T length(2) V length(2) read rule(1)}, big-endian; kind 0 is SimpleTLV, 1 opaque; read
 * rule 00 is always, 06 is PIN.
 */
public class ContainerApplet extends CacApplet {
    static final short READ_RULE = 7;

    private static final byte READ_BUFFER = 0x52;
    private static final byte UPDATE_BUFFER = 0x58;
    private static final byte[] FAMILY_AND_VERSION = {0x01, 0x05, 0x10, 0x02, 0x06, 0x02, 0x03, 0x40, 0x01, 0x01};

    private final byte[] objectId = new byte[2];
    private final byte kind;
    private final byte readRule;
    private final Buffers buffers;

    ContainerApplet(byte[] parameters, short data) {
        super(AcaApplet.ofThisCard());
        Util.arrayCopyNonAtomic(parameters, data, objectId, (short) 0, (short) 2);
        kind = parameters[(short) (data + 2)];
        buffers = new Buffers(
                Util.getShort(parameters, (short) (data + 3)), Util.getShort(parameters, (short) (data + 5)));
        readRule = parameters[(short) (data + READ_RULE)];
    }

    /** Installs an instance (Java Card 3.0.5, {@code Applet.install}). */
    public static void install(byte[] parameters, short offset, byte length) {
        new ContainerApplet(parameters, InstallParameters.dataOffset(parameters, offset))
                .register(
                        parameters,
                        InstallParameters.aidOffset(offset),
                        InstallParameters.aidLength(parameters, offset));
    }

    @Override
    void command(APDU apdu, short length) {
        switch (apdu.getBuffer()[ISO7816.OFFSET_INS]) {
            case READ_BUFFER -> read(apdu, length);
            case UPDATE_BUFFER -> update(apdu.getBuffer(), length);
            default -> ISOException.throwIt(StatusWords.INS_NOT_SUPPORTED);
        }
    }

    @Override
    boolean hasObject(byte[] buffer, short offset) {
        return Util.arrayCompare(buffer, offset, objectId, (short) 0, (short) 2) == 0;
    }

    @Override
    short writeProperties(byte[] buffer) {
        short end = Util.arrayCopyNonAtomic(
                FAMILY_AND_VERSION, (short) 0, buffer, (short) 0, (short) FAMILY_AND_VERSION.length);
        buffer[end] = 0x50;
        buffer[(short) (end + 1)] = 0x0B;
        return writeObject(buffer, (short) (end + 2));
    }

    /** Writes the object's fields 41 and 42, and returns the offset after them. */
    final short writeObject(byte[] buffer, short offset) {
        buffer[offset] = 0x41;
        buffer[(short) (offset + 1)] = 0x02;
        short end = Util.arrayCopyNonAtomic(objectId, (short) 0, buffer, (short) (offset + 2), (short) 2);
        buffer[end] = 0x42;
        buffer[(short) (end + 1)] = 0x05;
        buffer[(short) (end + 2)] = kind;
        return buffers.writeLengths(buffer, (short) (end + 3));
    }

    /** How UPDATE BUFFER is refused once the card is sealed. */
    short updateRefusal() {
        return StatusWords.NOT_ALLOWED_HERE;
    }

    private void read(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION 1 - the data are the file's kind and a count (GSC-IS 2.1, READ BUFFER)
        if (length != 2) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        // PRE-CONDITION 2 - the access rule of the V-file: ALWAYS or PIN
        if (buffer[ISO7816.OFFSET_CDATA] == Buffers.V_FILE
                && readRule != AccessRules.ALWAYS
                && !access().isPinVerified()) {
            ISOException.throwIt(StatusWords.PIN_MISSING);
        }
        send(apdu, buffer, (short) 0, buffers.read(buffer));
    }

    private void update(byte[] buffer, short length) {
        // PRE-CONDITION 1 - only before the card leaves the factory
        if (access().isSealed()) {
            ISOException.throwIt(updateRefusal());
        }
        if (length < 2) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        buffers.update(buffer, length);
    }
}
