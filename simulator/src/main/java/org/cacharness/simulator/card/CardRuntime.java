package org.cacharness.simulator.card;

import com.licel.jcardsim.smartcardio.CardSimulator;
import com.licel.jcardsim.utils.AIDUtil;
import java.util.Arrays;
import java.util.HexFormat;
import javacard.framework.Applet;
import org.cacharness.simulator.applet.AccessControl;

/**
 * One card's own Java Card runtime, with the ways in which jCardSim differs from a card made good.
 *
 * <p>{@code CardSimulator} has a runtime of its own; {@code new Simulator()} would share one with every other card of this JVM.
 */
final class CardRuntime extends CardSimulator {
    private static final byte[] WRONG_LENGTH = {0x67, 0x00};
    private static final byte[] NO_LOGICAL_CHANNEL = {0x68, (byte) 0x81};
    private static final byte[] NOT_FOUND = {0x6A, (byte) 0x82};
    private static final byte[] ACA = HexFormat.of().parseHex("A0000000790300");
    private static final byte[] ISSUER_DOMAIN = HexFormat.of().parseHex("00A4040008A000000003000000");
    private static final int LONGEST_SHORT_APDU = 261;
    private static final int LONGEST_AID = 16;
    private static final int HEADER = 5;

    private final byte[] selectedAtPowerOn;
    private final boolean hasIssuerDomain;

    CardRuntime(byte[] selectedAtPowerOn, boolean hasIssuerDomain) {
        this.selectedAtPowerOn = selectedAtPowerOn.clone();
        this.hasIssuerDomain = hasIssuerDomain;
    }

    void install(Class<? extends Applet> applet, byte[] aid, byte[] data) {
        byte[] parameters = new byte[aid.length + data.length + 3];
        parameters[0] = (byte) aid.length;
        System.arraycopy(aid, 0, parameters, 1, aid.length);
        parameters[aid.length + 2] = (byte) data.length;
        System.arraycopy(data, 0, parameters, aid.length + 3, data.length);
        installApplet(AIDUtil.create(aid), applet, parameters, (short) 0, (byte) parameters.length);
    }

    /** Looks at the card from its back, without a command. */
    AccessControl accessControl() {
        return (AccessControl) runtime.getSharedObject(AIDUtil.create(ACA), (byte) 0);
    }

    /** Cold reset; a card has a default instance selected from then on, jCardSim none. */
    void powerOn() {
        reset();
        transmitCommand(AIDUtil.select(AIDUtil.create(selectedAtPowerOn)));
    }

    byte[] transceive(byte[] command) {
        if (!isShortApdu(command)) {
            return WRONG_LENGTH.clone();
        }
        if (onLogicalChannel(command[0])) {
            return NO_LOGICAL_CHANNEL.clone();
        }
        if (isSelectByName(command) && nameLength(command) == 0 && hasIssuerDomain) {
            return transmitCommand(ISSUER_DOMAIN);
        }
        if (isSelectByName(command) && !hasPossibleName(command)) {
            return NOT_FOUND.clone();
        }
        return transmitCommand(withoutLeOfLongest(command));
    }

    /** Cases 1 to 4, short (ISO/IEC 7816-3, 12.1); jCardSim throws its own at others, and these cards have no extended length. */
    private static boolean isShortApdu(byte[] command) {
        if (command.length <= HEADER) {
            return command.length >= HEADER - 1;
        }
        int data = command[HEADER - 1] & 0xFF;
        return data > 0 && (command.length == HEADER + data || command.length == HEADER + data + 1);
    }

    /** CLA x1 to x3 of the first interindustry range (ISO/IEC 7816-4, class byte): this card has the basic channel only. */
    private static boolean onLogicalChannel(byte cla) {
        return (cla & 0x70) == 0 && (cla & 0x0C) == 0 && (cla & 0x03) != 0;
    }

    private static boolean isSelectByName(byte[] command) {
        return command[1] == (byte) 0xA4 && command[2] == 0x04;
    }

    /** Without a name jCardSim takes the lowest AID; a card selects its issuer's domain, where it has one. */
    private static int nameLength(byte[] command) {
        return command.length > 5 ? command[4] & 0xFF : 0;
    }

    private static boolean hasPossibleName(byte[] command) {
        int length = nameLength(command);
        return length > 0 && length <= LONGEST_AID;
    }

    /** jCardSim's APDU buffer is one byte short for the longest command; the applets don't need its Le. */
    private static byte[] withoutLeOfLongest(byte[] command) {
        boolean longest = command.length == LONGEST_SHORT_APDU && command[4] == (byte) 0xFF;
        return longest ? Arrays.copyOf(command, LONGEST_SHORT_APDU - 1) : command;
    }
}
