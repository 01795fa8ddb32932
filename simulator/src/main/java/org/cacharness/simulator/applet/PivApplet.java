package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.JCSystem;
import javacard.framework.Util;

/**
 * The PIV card application (SP 800-73-4 Part 2), beside the CAC edge and with the same PIN.
 *
 * <p>Application data of the installation: {@code behaviour(1)}, see {@link PivBehaviour}. The factory writes objects by PUT DATA and
 * keys by INS FE, see {@link PivKeys}; the seal closes both.
 */
public final class PivApplet extends Applet {
    private static final byte GENERAL_AUTHENTICATE = (byte) 0x87;
    private static final byte GET_DATA = (byte) 0xCB;
    private static final byte PUT_DATA = (byte) 0xDB;
    private static final byte GENERATE_KEY_PAIR = 0x47;
    private static final byte GET_RESPONSE = (byte) 0xC0;
    private static final short LONGEST_CHAIN = 512;
    private static final short LONGEST_RESULT = 512;

    private final AccessControl access;
    private final PivBehaviour behaviour;
    private final PivObjects objects = new PivObjects();
    private final PivKeys keys;
    private final PivPinCommands pinCommands;
    private final GeneralAuthenticate authenticate;
    private final CommandChain chain = new CommandChain(LONGEST_CHAIN);
    private final Reply reply = new Reply(LONGEST_RESULT);
    /** Whether the command before was a VERIFY with the right PIN. */
    private final boolean[] justVerified = JCSystem.makeTransientBooleanArray((short) 1, JCSystem.CLEAR_ON_DESELECT);

    private PivApplet(byte behaviourBits) {
        access = AcaApplet.ofThisCard();
        behaviour = new PivBehaviour(behaviourBits);
        keys = new PivKeys(access);
        pinCommands = new PivPinCommands(access, behaviour);
        authenticate = new GeneralAuthenticate(access, behaviour, keys, reply);
    }

    /** Installs the instance (Java Card 3.0.5, {@code Applet.install}). */
    public static void install(byte[] parameters, short offset, byte length) {
        new PivApplet(parameters[InstallParameters.dataOffset(parameters, offset)])
                .register(
                        parameters,
                        InstallParameters.aidOffset(offset),
                        InstallParameters.aidLength(parameters, offset));
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        CardClass.requirePiv(buffer[ISO7816.OFFSET_CLA], buffer[ISO7816.OFFSET_INS]);
        short length = apdu.setIncomingAndReceive();
        forgetBefore(buffer);
        if (selectingApplet()) {
            select(apdu);
        } else if (CardClass.isChaining(buffer[ISO7816.OFFSET_CLA])) {
            chained(apdu, length);
        } else {
            command(apdu, length);
        }
    }

    private void select(APDU apdu) {
        // SP 800-73-4 Part 2, 3.1.1: selected once more, the application keeps its state; fielded dual cards lose it
        if (behaviour.losesPinOnSelect()) {
            access.logOut();
        }
        reply.begin(apdu, PivSelection.write(reply.buffer(), behaviour, keys));
    }

    /** An interrupted chain, an answer not fetched and a VERIFY before another command are forgotten. */
    private void forgetBefore(byte[] buffer) {
        boolean interrupted = chain.isInterruptedBy(buffer);
        if (buffer[ISO7816.OFFSET_INS] != GET_RESPONSE) {
            reply.drop();
        }
        if (buffer[ISO7816.OFFSET_INS] != PUT_DATA) {
            objects.dropUnfinished();
        }
        if (interrupted || buffer[ISO7816.OFFSET_INS] != GENERAL_AUTHENTICATE) {
            // PIN ALWAYS: the VERIFY has to be the command immediately before (SP 800-73-4 Part 1, 3.1.3 and table 5)
            justVerified[0] = false;
        }
    }

    private void chained(APDU apdu, short length) {
        switch (apdu.getBuffer()[ISO7816.OFFSET_INS]) {
            case GENERAL_AUTHENTICATE -> generalAuthenticate(apdu, length);
            case PUT_DATA -> putData(apdu.getBuffer(), length);
            // PRE-CONDITION - the other commands are never chained (SP 800-73-4 Part 2, table 2)
            default -> ISOException.throwIt(StatusWords.CHAINING_NOT_SUPPORTED);
        }
    }

    private void command(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        switch (buffer[ISO7816.OFFSET_INS]) {
            // A name that no instance of the card has: this one stays, with its state (SP 800-73-4 Part 2, 3.1.1)
            case ISO7816.INS_SELECT -> ISOException.throwIt(StatusWords.NOT_FOUND);
            case GET_DATA -> getData(apdu, length);
            case PivPinCommands.VERIFY -> justVerified[0] = pinCommands.verify(buffer, length);
            case PivPinCommands.CHANGE_REFERENCE_DATA -> pinCommands.change(buffer, length);
            case PivPinCommands.RESET_RETRY_COUNTER -> pinCommands.resetRetryCounter(buffer, length);
            case GENERAL_AUTHENTICATE -> generalAuthenticate(apdu, length);
            case PUT_DATA -> putData(buffer, length);
            case GENERATE_KEY_PAIR -> refuseAdministration();
            case GET_RESPONSE -> reply.sendNext(apdu);
            case Personalisation.INS -> keys.personalise(buffer, length);
            default -> ISOException.throwIt(StatusWords.INS_NOT_SUPPORTED);
        }
    }

    private void getData(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        // PRE-CONDITION 1 - P1 P2 name the current application (SP 800-73-4 Part 2, 3.1.2)
        if (Util.getShort(buffer, ISO7816.OFFSET_P1) != 0x3FFF) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        int tag = PivObjects.tagInList(buffer, length);
        boolean mayRead = !PivObjects.isProtected(tag) || access.isPivStatusGranted();
        byte[] object = objects.find(tag);
        // PRE-CONDITION 2 - the access rule: PIN (SP 800-73-4 Part 1, table 2). That an object is absent is told only
        // to whom may read it, except by fielded cards
        if (!mayRead && (object != null || !behaviour.tellsAbsence())) {
            ISOException.throwIt(StatusWords.PIN_MISSING);
        }
        // PRE-CONDITION 3 - the object is there
        if (object == null) {
            throw new ISOException(StatusWords.NOT_FOUND);
        }
        reply.begin(apdu, object, (short) 0, (short) object.length);
    }

    private void putData(byte[] buffer, short length) {
        // PRE-CONDITION 1 - the administrator; nobody is, once the card has left the factory (SP 800-73-4 Part 2,
        // 3.3.1)
        if (access.isSealed()) {
            ISOException.throwIt(StatusWords.PIN_MISSING);
        }
        // PRE-CONDITION 2 - P1 P2 (SP 800-73-4 Part 2, 3.3.1)
        if (Util.getShort(buffer, ISO7816.OFFSET_P1) != 0x3FFF) {
            ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        objects.put(buffer, length, CardClass.isChaining(buffer[ISO7816.OFFSET_CLA]));
    }

    private void generalAuthenticate(APDU apdu, short length) {
        byte[] buffer = apdu.getBuffer();
        boolean fresh = justVerified[0];
        // Only a command that passes all its conditions leaves the VERIFY standing for the next part of its chain
        justVerified[0] = false;
        try {
            authenticate.requireAllowed(buffer, fresh);
        } catch (ISOException refused) {
            chain.drop();
            throw refused;
        }
        boolean complete = chain.add(buffer, length);
        if (!complete) {
            justVerified[0] = fresh;
            return;
        }
        short gathered = chain.length();
        chain.drop();
        authenticate.answer(apdu, chain.data(), gathered);
    }

    /** GENERATE ASYMMETRIC KEY PAIR is the administrator's (SP 800-73-4 Part 2, 3.3.2); keys come from outside, see PivKeys. */
    private static void refuseAdministration() {
        ISOException.throwIt(StatusWords.PIN_MISSING);
    }
}
