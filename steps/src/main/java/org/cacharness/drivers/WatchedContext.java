package org.cacharness.drivers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.BiConsumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A TLS context that tells of each connection before its handshake begins. */
final class WatchedContext extends SSLContext {
    /**
     * Watches the connections of a context.
     *
     * @param context makes them
     * @param told gets the connection and the server's name with its port
     */
    WatchedContext(SSLContext context, BiConsumer<SSLSocket, String> told) {
        super(new Spi(context, told), context.getProvider(), context.getProtocol());
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext context;
        private final BiConsumer<SSLSocket, String> told;

        Spi(SSLContext context, BiConsumer<SSLSocket, String> told) {
            this.context = context;
            this.told = told;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            context.init(keys, trust, random);
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return new Factory(context.getSocketFactory(), told);
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return context.createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }
    }

    private static final class Factory extends SSLSocketFactory {
        private final SSLSocketFactory sockets;
        private final BiConsumer<SSLSocket, String> told;

        Factory(SSLSocketFactory sockets, BiConsumer<SSLSocket, String> told) {
            this.sockets = sockets;
            this.told = told;
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return told(sockets.createSocket(plain, host, port, autoClose), host, port);
        }

        @Override
        public Socket createSocket() throws IOException {
            return sockets.createSocket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return told(sockets.createSocket(host, port), host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return told(sockets.createSocket(host, port, local, localPort), host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return told(sockets.createSocket(host, port), host.getHostName(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return told(sockets.createSocket(host, port, local, localPort), host.getHostName(), port);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return sockets.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }

        private Socket told(Socket made, String host, int port) {
            if (made instanceof SSLSocket tls) {
                told.accept(tls, host + ":" + port);
            }
            return made;
        }
    }
}
