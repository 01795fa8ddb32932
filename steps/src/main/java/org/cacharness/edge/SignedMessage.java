package org.cacharness.edge;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is being signed: hashed as it comes, or kept as it is. */
interface SignedMessage {
    void add(byte[] bytes, int offset, int length);

    /** Hash, or all bytes; and begins anew. */
    byte[] finish();

    static SignedMessage hashed(String digest) {
        MessageDigest hash = digest(digest);
        return new SignedMessage() {
            @Override
            public void add(byte[] bytes, int offset, int length) {
                hash.update(bytes, offset, length);
            }

            @Override
            public byte[] finish() {
                return hash.digest();
            }
        };
    }

    static SignedMessage whole() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new SignedMessage() {
            @Override
            public void add(byte[] more, int offset, int length) {
                bytes.write(more, offset, length);
            }

            @Override
            public byte[] finish() {
                byte[] all = bytes.toByteArray();
                bytes.reset();
                return all;
            }
        };
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("Hash function: expected one that this JDK has, got " + name, e);
        }
    }
}
