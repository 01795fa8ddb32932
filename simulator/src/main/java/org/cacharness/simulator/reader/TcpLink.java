package org.cacharness.simulator.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import jdk.net.ExtendedSocketOptions;

/**
 * A TCP connection to a vpcd of this machine.
 *
 * <p>vpcd writes length and body separately, so that the body waits until the kernel has acknowledged the length: up to 40 ms, which
 * Linux spends in the hope of something to send along. TCP_QUICKACK ends the hope; it does not last, and is set again for each read.
 */
final class TcpLink implements VpcdLink {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final boolean quickAck;

    private TcpLink(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(new Acknowledged(socket.getInputStream()));
        out = socket.getOutputStream();
        quickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        acknowledgeAtOnce();
    }

    /** Connects on loopback: a vpcd has no authentication, and a card is nothing to offer to a network. */
    static TcpLink connect(int port, int timeoutMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeoutMillis);
            return new TcpLink(socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException(
                    "Connect to vpcd: expected one on loopback port " + port + ", got: " + e.getMessage()
                            + ": start pcscd with vpcd as its driver",
                    e);
        }
    }

    @Override
    public byte[] receive() throws IOException {
        return Frames.read(in);
    }

    @Override
    public void send(byte[] body) throws IOException {
        out.write(Frames.of(body));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void acknowledgeAtOnce() throws IOException {
        if (quickAck) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /** Sets the option before and after each read. */
    private final class Acknowledged extends InputStream {
        private final InputStream socketIn;

        Acknowledged(InputStream socketIn) {
            this.socketIn = socketIn;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            acknowledgeAtOnce();
            int read = socketIn.read(buffer, offset, length);
            acknowledgeAtOnce();
            return read;
        }
    }
}
