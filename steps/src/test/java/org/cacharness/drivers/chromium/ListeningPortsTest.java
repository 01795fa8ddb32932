package org.cacharness.drivers.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ListeningPortsTest {
    @Test
    void a_port_is_listed_while_its_process_listens() throws Exception {
        int port;
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = ((InetSocketAddress) socket.getLocalAddress()).getPort();

            assertThat(ListeningPorts.of(ProcessHandle.current())).contains(port);
        }

        assertThat(ListeningPorts.of(ProcessHandle.current())).doesNotContain(port);
    }
}
