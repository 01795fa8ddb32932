package org.cacharness.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a pack's file, at any place. */
final class PackBytes implements AutoCloseable {
    private final FileChannel file;
    private final long size;

    private PackBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    static PackBytes open(Path pack) throws IOException {
        return new PackBytes(FileChannel.open(pack));
    }

    long size() {
        return size;
    }

    /** The bytes of a range, which must lie within the file. */
    byte[] read(long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE || offset + length > size) {
            throw new EOFException("expected " + length + " bytes at byte " + offset + " of " + size);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
