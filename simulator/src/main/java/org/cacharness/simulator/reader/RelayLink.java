package org.cacharness.simulator.reader;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A connection to a vpcd in a network namespace of its own, which this process is outside of: a child inside passes the bytes.
 *
 * <p>The child ends when its standard input does, so also when this process is killed: then the card is pulled.
 */
final class RelayLink implements VpcdLink {
    private final Process relay;
    private final InputStream in;
    private final OutputStream out;

    private RelayLink(Process relay) {
        this.relay = relay;
        in = relay.getInputStream();
        out = relay.getOutputStream();
    }

    /**
     * Starts the child.
     *
     * @param command what runs in the namespace
     * @param log gets what it complains about
     */
    static RelayLink start(List<String> command, File log) throws IOException {
        return new RelayLink(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start());
    }

    @Override
    public byte[] receive() throws IOException {
        return Frames.read(in);
    }

    @Override
    public void send(byte[] body) throws IOException {
        out.write(Frames.of(body));
        out.flush();
    }

    @Override
    public void close() {
        relay.destroyForcibly();
    }
}
