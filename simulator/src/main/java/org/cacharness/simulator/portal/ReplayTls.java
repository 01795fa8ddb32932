package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** WireMock's server with the TLS that was recorded: version, suite, and whether a client certificate is asked for. */
final class ReplayTls extends Jetty12HttpServer {
    ReplayTls(Options options, AdminRequestHandler admin, StubRequestHandler stubs, ReplaySettings settings) {
        super(options, admin, stubs);
        SslContextFactory.Server ssl =
                httpsConnector.getConnectionFactory(SslConnectionFactory.class).getSslContextFactory();
        ssl.setSslContext(context(settings));
        ssl.setWantClientAuth(settings.asksForCertificate());
        if (!settings.protocol().isEmpty()) {
            ssl.setExcludeProtocols();
            ssl.setIncludeProtocols(settings.protocol());
        }
        if (!settings.suite().isEmpty()) {
            ssl.setExcludeCipherSuites();
            ssl.setIncludeCipherSuites(settings.suite());
        }
    }

    @Override
    public Handler[] extensionHandlers() {
        return TlsServer.withoutWireMocksOwnDoors();
    }

    private static SSLContext context(ReplaySettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(settings.serverKey().getKeyManagers(), new TrustManager[] {trust(settings)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PortalStartException("replay: expected client trust anchors, got " + e.getMessage(), e);
        }
    }

    private static X509ExtendedTrustManager trust(ReplaySettings settings) throws GeneralSecurityException {
        return settings.namesAuthorities()
                ? new ClientChainTrust(settings.clientTrust(), false)
                : new ClientChainTrust(settings.clientTrust(), false) {
                    @Override
                    public X509Certificate[] getAcceptedIssuers() {
                        return new X509Certificate[0];
                    }
                };
    }
}
