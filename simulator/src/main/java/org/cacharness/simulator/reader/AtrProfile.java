package org.cacharness.simulator.reader;

import java.util.HexFormat;
import java.util.Optional;
import org.cacharness.simulator.card.CardFault;

/**
 * Answers to reset. Those of cards in the field are byte for byte as OpenSC's tables have them: one other byte, and software
 * takes the card for one of an unknown kind.
 */
public enum AtrProfile {
    /** Gemalto dual CAC: T=0 only. */
    GEMALTO(Protocol.T0, "3B7D96000080318065B0831117D683009000"),
    /** Oberthur dual CAC: T=0 only. */
    OBERTHUR(Protocol.T0, "3BDB9600801F030031C064B0F3100007900080"),
    /** Giesecke and Devrient dual CAC: T=0 only. */
    GIESECKE_DEVRIENT(Protocol.T0, "3B7A18000073667465206364313434"),
    /** Giesecke and Devrient dual CAC on SmartCafe 7: T=0 only. */
    GIESECKE_DEVRIENT_SCE7(Protocol.T0, "3BF918000000534345372003002046"),
    /**
     * T=1 only. No CAC of the field is known to be so; it is here because the software that meets cards is.
     *
     * <p>TD1 81, TD2 31: T=1 is the first and only protocol; TA3 FE is the information field's size, TB3 45 the waiting times;
     * nine historical bytes, then the check byte that ISO/IEC 7816-3, 8.2.5 wants where T=1 is offered.
     */
    SYNTHETIC_T1(Protocol.T1, "3B99188131FE45" + "434143205445535431"),
    /**
     * What a reader makes up for a card without contacts (PC/SC Part 3, 3.1.3.2.3): 3B 8n 80 01, n historical bytes, check byte.
     * T=0 is offered first, T=1 beside it. Software that goes by it takes another way to the card.
     */
    CONTACTLESS(Protocol.T0, "3B898001" + "434143205445535431" + "4E");

    private static final HexFormat HEX = HexFormat.of();

    private final Protocol protocol;
    private final String hex;

    AtrProfile(Protocol protocol, String hex) {
        this.protocol = protocol;
        this.hex = hex;
    }

    /** The ATR that a card with this fault shows; that of {@link #GEMALTO} where the fault is another, or none. */
    public static AtrProfile of(Optional<CardFault> fault) {
        return switch (fault.orElse(CardFault.SLOW)) {
            case ATR_OBERTHUR -> OBERTHUR;
            case ATR_GIESECKE_DEVRIENT -> GIESECKE_DEVRIENT;
            case ATR_T1 -> SYNTHETIC_T1;
            case ATR_CONTACTLESS -> CONTACTLESS;
            default -> GEMALTO;
        };
    }

    /** The bytes, in a new array. */
    public byte[] atr() {
        byte[] atr = HEX.parseHex(hex);
        return protocol == Protocol.T1 ? withCheckByte(atr) : atr;
    }

    /** The transmission protocol that a reader chooses by this ATR. */
    public Protocol protocol() {
        return protocol;
    }

    /** Exclusive or of everything after TS is zero with it. */
    private static byte[] withCheckByte(byte[] atr) {
        byte[] complete = java.util.Arrays.copyOf(atr, atr.length + 1);
        for (int i = 1; i < atr.length; i++) {
            complete[atr.length] ^= atr[i];
        }
        return complete;
    }

    /** Transmission protocols (ISO/IEC 7816-3). */
    public enum Protocol {
        /** Half duplex, byte by byte: a command carries data one way only. */
        T0,
        /** Half duplex, blocks: a command is carried whole. */
        T1
    }
}
