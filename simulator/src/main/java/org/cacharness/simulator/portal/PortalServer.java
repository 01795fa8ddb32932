package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.responsetemplating.TemplateEngine;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The portal that the procedure describes, on loopback, by WireMock.
 *
 * <p>Its pages are stubs and templates that a tester can edit. It has two HTTPS ports on one host: the open port for all pages,
 * and the CAC port, which wants a client certificate, for CAC Login and Register. Closing it ends its threads.
 */
public final class PortalServer implements AutoCloseable {
    private static final String HOST = "https://localhost:";

    private final WireMockServer server;
    private final PortalState state;
    private final URI cacAddress;

    private PortalServer(WireMockServer server, PortalState state, URI cacAddress) {
        this.server = server;
        this.state = state;
        this.cacAddress = cacAddress;
    }

    /**
     * Starts a portal.
     *
     * @throws PortalStartException if a port is taken or a key store cannot be used
     * @throws StubFileException if a stub or a page is damaged
     */
    public static PortalServer start(PortalSettings settings) {
        StubFolder folder = new StubFolder(settings.stubs());
        PortalState state = new PortalState(settings, new CheckedFile(folder.read(CheckedFile.PATH)));
        Map<String, Action> actions = actions(state, settings);
        FrameHelper frame = new FrameHelper(folder);
        AtomicReference<TlsServer> tls = new AtomicReference<>();
        WireMockServer server = load(options(settings, folder)
                .httpServerFactory((options, admin, stubs) -> {
                    TlsServer made = new TlsServer(options, admin, stubs, settings);
                    tls.set(made);
                    return made;
                })
                .extensions(new PortalTransformer(state, actions), new RefusalMatcher(state), frame));
        check(server, folder, frame, actions);
        listen(server, settings);
        state.address = URI.create(HOST + server.httpsPort() + "/");
        state.cacAddress = URI.create(HOST + Objects.requireNonNull(tls.get()).cacPort() + "/");
        return new PortalServer(server, state, state.cacAddress);
    }

    /** The address that a member types: the entry page on the open port. */
    public URI address() {
        return state.address;
    }

    /** The CAC port's address; nothing but CAC Login and Register is answered there with the certificate in mind. */
    public URI cacAddress() {
        return cacAddress;
    }

    /**
     * Lets the pages name another address for CAC Login and Register, for example that of a bridge that ends the browser's TLS and
     * speaks to {@link #cacAddress()} with a card's certificate.
     */
    public void announceCacAddress(URI address) {
        synchronized (state) {
            state.cacAddress = address.resolve("/");
        }
    }

    /** The portal from behind. */
    public PortalRecords records() {
        return new PortalRecords(state);
    }

    /** The portal's virtual clock. */
    public PortalClock clock() {
        return state.clock;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Map<String, Action> actions(PortalState state, PortalSettings settings) {
        CertificateJudge judge =
                new CertificateJudge(settings.status(), settings.otherwise(), state.clock, state.rules);
        return Stream.of(
                        new EntryActions(state).all(),
                        new LoginActions(state, judge).all(),
                        new RegistrationActions(state).all(),
                        new RegisterAction(state, judge).all(),
                        new PasswordActions(state).all())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Action::name, Function.identity()));
    }

    /** No journal and no notes: requests hold passwords. */
    private static WireMockConfiguration options(PortalSettings settings, StubFolder folder) {
        WireMockConfiguration options = WireMockConfiguration.options()
                .httpDisabled(true)
                .httpsPort(settings.port())
                .bindAddress("127.0.0.1")
                .containerThreads(12)
                .jettyAcceptors(1)
                .jettyStopTimeout(500L)
                .disableRequestJournal()
                .notifier(new SilentNotifier())
                .withTemplateEscapingDisabled(false)
                .withMaxTemplateCacheEntries(200L);
        return folder.folder().isPresent()
                ? options.usingFilesUnderDirectory(folder.folder().get().toString())
                : options.usingFilesUnderClasspath(StubFolder.BUILT_IN);
    }

    private static WireMockServer load(WireMockConfiguration options) {
        try {
            return new WireMockServer(options);
        } catch (MappingFileException e) {
            throw new StubFileException("mappings", withoutSource(e.getMessage()), "correct the JSON of that file");
        }
    }

    /** Jackson quotes the file's text, which makes the message long; the position at its end is what helps. */
    private static String withoutSource(@Nullable String message) {
        return String.valueOf(message).replaceAll("(?s)at \\[Source: .*; (line: \\d+, column: \\d+)\\]", "at $1");
    }

    private static void check(
            WireMockServer server, StubFolder folder, FrameHelper frame, Map<String, Action> actions) {
        try {
            folder.requireTemplates(
                    () -> new TemplateEngine(frame.provideTemplateHelpers(), 0L, Set.of(), false, List.of()));
            new StubCheck(folder, actions).check(server.getStubMappings());
        } catch (IOException e) {
            throw new StubFileException(
                    "__files", "expected a readable folder, got " + e.getMessage(), "make it readable");
        }
    }

    private static void listen(WireMockServer server, PortalSettings settings) {
        try {
            server.start();
        } catch (FatalStartupException e) {
            server.stop();
            throw new PortalStartException(
                    "portal: expected ports " + settings.port() + " and " + settings.cacPort()
                            + " (0 is any) to be free on 127.0.0.1, got \""
                            + rootMessage(e) + "\": end what listens there, or choose another port",
                    e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
