package org.cacharness.simulator.applet;

import javacard.framework.APDU;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;
import org.cacharness.simulator.applet.PivKeys.Slot;

/** GENERAL AUTHENTICATE (SP 800-73-4 Part 2, 3.2.4): what the keys do, and random numbers by the administrator's key reference. */
final class GeneralAuthenticate {
    private static final byte ADMINISTRATION_KEY = (byte) 0x9B;
    private static final byte TRIPLE_DES_BY_DEFAULT = 0x00;
    private static final byte TRIPLE_DES = 0x03;
    private static final byte TEMPLATE = 0x7C;
    private static final byte RESPONSE = (byte) 0x82;
    private static final byte CHALLENGE = (byte) 0x81;
    private static final short CHALLENGE_LENGTH = 8;
    /** Two tags with their lengths fit in front. */
    private static final short RESULT_AT = 8;

    private final AccessControl access;
    private final PivBehaviour behaviour;
    private final PivKeys keys;
    private final Reply reply;
    private final AuthenticationTemplate template = new AuthenticationTemplate();

    GeneralAuthenticate(AccessControl access, PivBehaviour behaviour, PivKeys keys, Reply reply) {
        this.access = access;
        this.behaviour = behaviour;
        this.keys = keys;
        this.reply = reply;
    }

    /** Throws unless algorithm, key and access rule allow the command; for each part of a chain. */
    void requireAllowed(byte[] buffer, boolean justVerified) {
        byte algorithm = buffer[ISO7816.OFFSET_P1];
        if (buffer[ISO7816.OFFSET_P2] == ADMINISTRATION_KEY) {
            // PRE-CONDITION 1a - 9B is a triple DES key here (SP 800-78-4, table 6-2: 00 and 03), where it is one at
            // all
            if (!behaviour.hasRandom() || (algorithm != TRIPLE_DES_BY_DEFAULT && algorithm != TRIPLE_DES)) {
                ISOException.throwIt(StatusWords.WRONG_P1P2);
            }
            return;
        }
        Slot slot = keys.find(buffer[ISO7816.OFFSET_P2]);
        // PRE-CONDITION 1b - a key that is there, with its algorithm (3.2.4: 6A86)
        if (slot == null || slot.algorithm() != algorithm) {
            throw new ISOException(StatusWords.WRONG_P1P2);
        }
        // PRE-CONDITION 2 - the key's access rule (SP 800-73-4 Part 1, table 5): always, PIN, PIN ALWAYS
        boolean allowed = switch (slot.rule()) {
            case PivKeys.RULE_ALWAYS -> true;
            case PivKeys.RULE_PIN -> access.isPivStatusGranted();
            case PivKeys.RULE_PIN_ALWAYS -> access.isPivStatusGranted() && justVerified;
            default -> false;
        };
        if (!allowed) {
            ISOException.throwIt(StatusWords.PIN_MISSING);
        }
    }

    void answer(APDU apdu, byte[] data, short length) {
        byte reference = apdu.getBuffer()[ISO7816.OFFSET_P2];
        // PRE-CONDITION 1 - a dynamic authentication template (3.2.4, table 7: 6A80)
        if (!template.read(data, length)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        if (reference == ADMINISTRATION_KEY) {
            answerChallenge(apdu);
            return;
        }
        Slot slot = keys.find(reference);
        if (slot != null) {
            operate(apdu, data, slot);
        }
    }

    private void operate(APDU apdu, byte[] data, Slot slot) {
        short input = slot.isForAgreement() ? template.exponentiation() : template.challenge();
        short inputLength = slot.isForAgreement() ? template.exponentiationLength() : template.challengeLength();
        // PRE-CONDITION 2 - an empty response is asked for, and one input of the kind and length that the key takes
        if (!template.asksForResponse()
                || template.hasExponentiation() != slot.isForAgreement()
                || template.hasChallenge() == slot.isForAgreement()
                || !slot.key().takes(inputLength)) {
            ISOException.throwIt(StatusWords.WRONG_DATA);
        }
        send(apdu, result(data, input, inputLength, slot.key()), RESPONSE);
    }

    private short result(byte[] data, short input, short length, SigningKey key) {
        try {
            return key.sign(data, input, length, reply.buffer(), RESULT_AT);
        } catch (ISOException refused) {
            // PRE-CONDITION 3 - a block below the modulus, a point on the curve (3.2.4: 6A80)
            throw new ISOException(StatusWords.WRONG_DATA);
        }
    }

    private void answerChallenge(APDU apdu) {
        // PRE-CONDITION 2 - a challenge is asked for. To answer one takes a key that nobody has after personalisation
        if (!template.asksForChallenge()) {
            ISOException.throwIt(StatusWords.PIN_MISSING);
        }
        access.random(apdu.getBuffer(), (short) 0, CHALLENGE_LENGTH);
        Util.arrayCopyNonAtomic(apdu.getBuffer(), (short) 0, reply.buffer(), RESULT_AT, CHALLENGE_LENGTH);
        send(apdu, CHALLENGE_LENGTH, CHALLENGE);
    }

    private void send(APDU apdu, short length, byte tag) {
        short inner = Tlv.wrap(reply.buffer(), RESULT_AT, length, tag);
        short outer = Tlv.wrap(reply.buffer(), inner, (short) (RESULT_AT - inner + length), TEMPLATE);
        reply.begin(apdu, reply.buffer(), outer, (short) (RESULT_AT - outer + length));
    }
}
