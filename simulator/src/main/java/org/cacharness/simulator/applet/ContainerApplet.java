package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * A generic container: objects, each with a T-file that anyone reads and a V-file under an access rule.
 *
 * <p>Most instances have one object, the access control file has four, some have none. Application data of the installation:
 * {@code number of objects(1)}, then for each {@code object(2) kind(1) T length(2) V length(2) read rule(1)}, big-endian; kind 0 is
 * SimpleTLV, 1 opaque; read rule 00 is always, every other one includes the PIN: 06 PIN, 08 and 0A external authentication or PIN.
 */
public class ContainerApplet extends CacApplet {
    private static final byte READ_BUFFER = 0x52;
    private static final byte UPDATE_BUFFER = 0x58;
    private static final byte[] FAMILY_AND_VERSION = {0x01, 0x05, 0x10, 0x02, 0x06, 0x02, 0x03, 0x40, 0x01};

    private final ContainerObject[] objects;
    /** Index of the selected object; the first one after a selection of the instance. */
    private final short[] selected = JCSystem.makeTransientShortArray((short) 1, JCSystem.CLEAR_ON_DESELECT);

    ContainerApplet(byte[] parameters, short data) {
        super(AcaApplet.ofThisCard());
        objects = new ContainerObject[parameters[data]];
        for (short i = 0; i < objects.length; i++) {
            objects[i] = new ContainerObject(parameters, (short) (data + 1 + i * ContainerObject.PARAMETERS));
        }
    }

    /** Installs an instance (Java Card 3.0.5, {@code Applet.install}). */
    public static void install(byte[] parameters, short offset, byte length) {
        new ContainerApplet(parameters, InstallParameters.dataOffset(parameters, offset))
                .register(
                        parameters,
                        InstallParameters.aidOffset(offset),
                        InstallParameters.aidLength(parameters, offset));
    }

    /** Where the application data of this class end. */
    static short endOfParameters(byte[] parameters, short data) {
        return (short) (data + 1 + parameters[data] * ContainerObject.PARAMETERS);
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
    boolean selectsObject(byte[] buffer, short offset) {
        for (short i = 0; i < objects.length; i++) {
            if (objects[i].isCalled(buffer, offset)) {
                selected[0] = i;
                return true;
            }
        }
        return false;
    }

    @Override
    short writeProperties(byte[] buffer) {
        short end = writeHead(buffer);
        for (short i = 0; i < objects.length; i++) {
            buffer[end] = 0x50;
            buffer[(short) (end + 1)] = 0x0B;
            end = objects[i].writeProperties(buffer, (short) (end + 2));
        }
        return end;
    }

    /** Writes family, version and number of objects, and returns the offset after them. */
    final short writeHead(byte[] buffer) {
        short end = Util.arrayCopyNonAtomic(
                FAMILY_AND_VERSION, (short) 0, buffer, (short) 0, (short) FAMILY_AND_VERSION.length);
        buffer[end] = (byte) objects.length;
        return (short) (end + 1);
    }

    /** How UPDATE BUFFER is refused once the card is sealed. */
    short updateRefusal() {
        return StatusWords.NOT_ALLOWED_HERE;
    }

    final ContainerObject selectedObject() {
        // PRE-CONDITION - the instance has an object; three of the card's instances have none
        if (objects.length == 0) {
            ISOException.throwIt(StatusWords.CONDITIONS_NOT_SATISFIED);
        }
        return objects[selected[0]];
    }

    private void read(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION 1 - the data are the file's kind and a count (GSC-IS 2.1, READ BUFFER)
        if (length != 2) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        ContainerObject object = selectedObject();
        // PRE-CONDITION 2 - the access rule of the V-file: ALWAYS, or one that the PIN satisfies
        if (buffer[ISO7816.OFFSET_CDATA] == Buffers.V_FILE && !object.isFree() && !access().isPinVerified()) {
            ISOException.throwIt(StatusWords.PIN_MISSING);
        }
        send(apdu, buffer, (short) 0, object.buffers().read(buffer));
    }

    private void update(byte[] buffer, short length) {
        // PRE-CONDITION 1 - only before the card leaves the factory
        if (access().isSealed()) {
            ISOException.throwIt(updateRefusal());
        }
        if (length < 2) {
            ISOException.throwIt(StatusWords.DATA_INVALID);
        }
        selectedObject().buffers().update(buffer, length);
    }
}
