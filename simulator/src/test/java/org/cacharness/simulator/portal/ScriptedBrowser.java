package org.cacharness.simulator.portal;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.htmlunit.BrowserVersion;
import org.htmlunit.Cache;
import org.htmlunit.WebClient;
import org.openqa.selenium.htmlunit.HtmlUnitDriver;

/** HtmlUnit with its real cache, trusting the test's root; its cache can outlive it, as temporary internet files do. */
final class ScriptedBrowser extends HtmlUnitDriver {
    private final Cache files;

    ScriptedBrowser(SmallPki pki, Cache files) throws Exception {
        super(BrowserVersion.CHROME, true);
        this.files = files;
        getWebClient().setCache(files);
        getWebClient().getOptions().setSSLContext(trusting(pki));
    }

    @Override
    protected WebClient modifyWebClient(WebClient client) {
        client.getOptions().setThrowExceptionOnScriptError(true);
        return client;
    }

    void deleteTemporaryFiles() {
        files.clear();
    }

    /** How many files the cache holds. */
    int temporaryFiles() {
        return files.getSize();
    }

    private static SSLContext trusting(SmallPki pki) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(pki.trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[0], trust.getTrustManagers(), null);
        return context;
    }
}
