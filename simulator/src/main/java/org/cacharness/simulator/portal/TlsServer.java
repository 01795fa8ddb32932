package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty12.Jetty12HttpServer;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.NetworkTrafficListener;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * WireMock's server with two HTTPS connectors: the open port asks for no client certificate, the CAC port wants one.
 *
 * <p>WireMock can only demand a client certificate, not want one, and shows it to nobody; its {@code HttpServerFactory} is the
 * seam where both can be had. All key stores stay in memory.
 */
final class TlsServer extends Jetty12HttpServer {
    private final ServerConnector cac;

    TlsServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs, PortalSettings settings) {
        super(options, admin, stubs);
        Set<PortalMutant> mutants = settings.mutants();
        dress(httpsConnector, settings, false);
        cac = createHttpsConnector(
                options.bindAddress(),
                options.httpsSettings(),
                options.jettySettings(),
                new NetworkTrafficListener() {});
        cac.setPort(settings.cacPort());
        dress(cac, settings, !mutants.contains(PortalMutant.IGNORES_CLIENT_CERTIFICATE));
        jettyServer.addConnector(cac);
    }

    int cacPort() {
        return cac.getLocalPort();
    }

    @Override
    public void stop() {
        cac.getConnectedEndPoints().forEach(EndPoint::close);
        super.stop();
    }

    /** WireMock's own doors: who could reach them could rewrite the portal, or read its templates. */
    @Override
    public Handler[] extensionHandlers() {
        return withoutWireMocksOwnDoors();
    }

    static Handler[] withoutWireMocksOwnDoors() {
        return new Handler[] {
            new Handler.Abstract() {
                @Override
                public boolean handle(Request request, Response response, Callback callback) {
                    String path = Request.getPathInContext(request);
                    if (!path.startsWith("/__")) {
                        return false;
                    }
                    Response.writeError(request, response, callback, 404);
                    return true;
                }
            }
        };
    }

    /** A request that cannot be read, for example a form with a broken escape, ends in one line and not in a stack trace. */
    @Override
    protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
        ErrorHandler brief = new ErrorHandler();
        brief.setShowStacks(false);
        brief.setShowCauses(false);
        context.setErrorHandler(brief);
    }

    private static void dress(ServerConnector connector, PortalSettings settings, boolean wantCertificate) {
        SslContextFactory.Server ssl =
                connector.getConnectionFactory(SslConnectionFactory.class).getSslContextFactory();
        ssl.setSslContext(context(settings));
        ssl.setWantClientAuth(wantCertificate);
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(customizer(settings));
    }

    private static HttpConfiguration.Customizer customizer(PortalSettings settings) {
        return settings.mutants().contains(PortalMutant.TRUSTS_FORGED_HEADER)
                ? ClientCertificateHeaders.FROM_TLS_OR_BROWSER
                : ClientCertificateHeaders.FROM_TLS;
    }

    private static SSLContext context(PortalSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    settings.serverKey().getKeyManagers(),
                    new TrustManager[] {
                        new ClientChainTrust(
                                settings.clientTrust(), settings.mutants().contains(PortalMutant.TRUSTS_ANY_ISSUER))
                    },
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PortalStartException(
                    "portal: expected client trust anchors, got " + e.getClass().getSimpleName()
                            + ": put the roots of the test PKI into clientTrust",
                    e);
        }
    }
}
