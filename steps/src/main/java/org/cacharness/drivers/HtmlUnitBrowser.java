package org.cacharness.drivers;

import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.htmlunit.BrowserVersion;
import org.htmlunit.Page;
import org.htmlunit.Version;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.http.Cookie;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/**
 * The embedded browser. It reaches the card through the TLS context that it is given, and keeps that context for as long as
 * it is open: TLS sessions end when it is closed, as in any browser.
 */
public final class HtmlUnitBrowser implements Browser {
    private static final int NO_ANSWER = 0;
    private static final String NO_CONNECTION = "This page cannot be displayed";

    private final Driver driver;
    private final SeenPages seen = new SeenPages();
    private final Set<String> cookieValues = new HashSet<>();
    private boolean open = true;

    private HtmlUnitBrowser(Driver driver) {
        this.driver = driver;
    }

    /**
     * Opens a browser with an empty window.
     *
     * @param tls what it trusts, and how it presents a client certificate
     * @param files the temporary internet files of the computer that it runs on
     */
    static HtmlUnitBrowser open(SSLContext tls, EmbeddedFiles files) {
        Driver driver = new Driver(true);
        driver.connect(tls, files);
        return new HtmlUnitBrowser(driver);
    }

    /**
     * Opens a window that runs no scripts and shows whatever is on the page, over plain HTTP: for the consoles' desktop, whose
     * pages hold only what can be seen in their state, so that no style sheet is asked what is hidden.
     */
    public static HtmlUnitBrowser plain() {
        Driver driver = new Driver(false);
        driver.getWebClient().getOptions().setCssEnabled(false);
        return new HtmlUnitBrowser(driver);
    }

    /** Its name and version. */
    public static String version() {
        return Version.getProductName() + " " + Version.getProductVersion();
    }

    /** From now on what it loads is told to this. */
    public HtmlUnitBrowser watchedBy(Traffic traffic) {
        new WatchedConnection(driver.getWebClient(), traffic);
        return this;
    }

    @Override
    public WebDriver driver() {
        if (!open) {
            throw new IllegalStateException(
                    "Browser: expected an open browser, but it was closed: open a new one first");
        }
        return driver;
    }

    @Override
    public Patience patience() {
        return Patience.none();
    }

    @Override
    public void act(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException failure) {
            String problem = connectionProblem(failure).orElseThrow(() -> failure);
            driver.get(errorPage(problem));
        }
        if (isUnanswered()) {
            driver.get(errorPage("The server closed the connection without an answer."));
        }
        if (driver.getCurrentWindow().lastPage() instanceof HtmlPage page) {
            seen.saw(page);
        }
        driver.getWebClient().getCookieManager().getCookies().stream()
                .map(Cookie::getValue)
                .forEach(cookieValues::add);
    }

    /** HtmlUnit throws where a browser would show its error page; the cause tells the two kinds of failure apart. */
    private static Optional<String> connectionProblem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof SocketException) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the server closed the connection after the request. HtmlUnit throws nothing then, and has a page of status 0 in front.
     * With TLS 1.3 that is how a server may turn down a client's signature: the client has ended its side of the handshake, and its
     * request is on the way, before the server looks at the signature (RFC 8446, 4.4.4).
     */
    private boolean isUnanswered() {
        Page page = driver.getCurrentWindow().lastPage();
        return page != null && page.getWebResponse().getStatusCode() == NO_ANSWER;
    }

    private static String errorPage(String problem) {
        String words = problem.replaceAll("[<>&]", " ");
        String page = "<title>" + NO_CONNECTION + "</title><h1>" + NO_CONNECTION + "</h1><p>" + words + "</p>";
        return "data:text/html;charset=utf-8,"
                + URLEncoder.encode(page, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean couldNotConnect() {
        return NO_CONNECTION.equals(driver.getTitle());
    }

    @Override
    public Set<String> cookieValues() {
        return Set.copyOf(cookieValues);
    }

    @Override
    public void openAnotherWindow() {
        driver().switchTo().newWindow(WindowType.WINDOW);
    }

    @Override
    public void closeWindow() {
        driver().close();
        driver.getWindowHandles().stream()
                .findFirst()
                .ifPresent(handle -> driver.switchTo().window(handle));
    }

    @Override
    public List<SavedPage> newPages() {
        return seen.takeNew();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            driver.quit();
        }
    }

    private static final class Driver extends HtmlUnitDriver {
        Driver(boolean scripts) {
            super(BrowserVersion.CHROME, scripts);
            ((LateScripts) getWebClient()).started = scripts;
        }

        void connect(SSLContext tls, EmbeddedFiles files) {
            getWebClient().getOptions().setSSLContext(tls);
            getWebClient().setCache(new BrowserCache(files));
        }

        @Override
        protected WebClient newWebClient(BrowserVersion version) {
            return new LateScripts(version);
        }

        @Override
        protected WebClient modifyWebClient(WebClient client) {
            client.getOptions().setThrowExceptionOnFailingStatusCode(false);
            client.getOptions().setThrowExceptionOnScriptError(true);
            client.getOptions().setGeolocationEnabled(false);
            return client;
        }
    }

    /**
     * A client whose script engine waits for the first real page. For every page the engine makes all objects of a browser anew,
     * which costs more than the rest of the page, and the driver shows two empty pages before the first real one.
     */
    private static final class LateScripts extends WebClient {
        private static final long serialVersionUID = 1L;

        private boolean started;

        LateScripts(BrowserVersion version) {
            super(version);
        }

        @Override
        public boolean isJavaScriptEngineEnabled() {
            return started && super.isJavaScriptEngineEnabled();
        }

        @Override
        public boolean isJavaScriptEnabled() {
            return started && super.isJavaScriptEnabled();
        }
    }
}
