package org.cacharness.simulator.reader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/** The reader's end of the line: a server on loopback that a bridge connects to, driven by the test. */
final class FakeVpcd implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int PATIENCE_MILLIS = 5000;

    private final ServerSocket server;
    private Socket slot = new Socket();

    private FakeVpcd(ServerSocket server) {
        this.server = server;
    }

    static FakeVpcd listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
        return new FakeVpcd(server);
    }

    int port() {
        return server.getLocalPort();
    }

    void accept() throws IOException {
        slot = server.accept();
        slot.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Length and body go in two writes, as vpcd sends them. */
    void send(String hex) throws IOException {
        byte[] body = HEX.parseHex(hex);
        slot.getOutputStream().write(new byte[] {(byte) (body.length >> 8), (byte) body.length});
        slot.getOutputStream().write(body);
    }

    String ask(String hex) throws IOException {
        send(hex);
        return HEX.formatHex(Frames.read(slot.getInputStream()));
    }

    boolean sawTheCardGo() throws IOException {
        return slot.getInputStream().read() < 0;
    }

    int unread() throws IOException {
        return slot.getInputStream().available();
    }

    @Override
    public void close() throws IOException {
        slot.close();
        server.close();
    }
}
