package org.cacharness.simulator.applet;

import javacard.framework.ISOException;
import javacard.framework.Util;
import javacard.security.CryptoException;
import javacard.security.KeyBuilder;
import javacard.security.RSAPrivateCrtKey;
import javacardx.crypto.Cipher;

/** An RSA key in CRT components: 1 p, 2 q, 3 dp, 4 dq, 5 qinv. The input is a whole raw block, padded by the host. */
final class RsaSigningKey implements SigningKey {
    private final short modulusLength;
    private final RSAPrivateCrtKey key;
    private final Cipher cipher = Cipher.getInstance(Cipher.ALG_RSA_NOPAD, false);

    RsaSigningKey(short bits) {
        modulusLength = (short) (bits / 8);
        key = (RSAPrivateCrtKey) KeyBuilder.buildKey(KeyBuilder.TYPE_RSA_CRT_PRIVATE, bits, false);
    }

    @Override
    public void importComponent(byte component, byte[] buffer, short offset, short length) {
        switch (component) {
            case 1 -> key.setP(buffer, offset, length);
            case 2 -> key.setQ(buffer, offset, length);
            case 3 -> key.setDP1(buffer, offset, length);
            case 4 -> key.setDQ1(buffer, offset, length);
            case 5 -> key.setPQ(buffer, offset, length);
            default -> ISOException.throwIt(StatusWords.WRONG_P1P2);
        }
        if (key.isInitialized()) {
            // Once, here: each init allocates anew. MODE_DECRYPT is the raw private operation on a full block
            cipher.init(key, Cipher.MODE_DECRYPT);
        }
    }

    @Override
    public boolean isReady() {
        return key.isInitialized();
    }

    @Override
    public boolean takes(short length) {
        return length == modulusLength;
    }

    @Override
    public short longestInput() {
        return modulusLength;
    }

    @Override
    public short sign(byte[] input, short offset, short length, byte[] output, short outputOffset) {
        short produced = 0;
        try {
            produced = cipher.doFinal(input, offset, length, output, outputOffset);
        } catch (CryptoException e) {
            refuseBlock();
        } catch (RuntimeException e) {
            // A block that is not below the modulus: the simulated card library throws an exception of its own here
            refuseBlock();
        }
        return leftPad(output, outputOffset, produced);
    }

    @Override
    public byte propertyAlgorithm() {
        return 0x06;
    }

    @Override
    public byte propertyLength() {
        return (byte) (modulusLength / 8);
    }

    private void refuseBlock() {
        cipher.init(key, Cipher.MODE_DECRYPT);
        ISOException.throwIt(StatusWords.DATA_INVALID);
    }

    /** A result is always as long as the modulus; the simulated cipher drops leading zeros (one result in 256). */
    private short leftPad(byte[] output, short offset, short produced) {
        short missing = (short) (modulusLength - produced);
        if (missing > 0) {
            Util.arrayCopyNonAtomic(output, offset, output, (short) (offset + missing), produced);
            Util.arrayFillNonAtomic(output, offset, missing, (byte) 0);
        }
        return modulusLength;
    }
}
