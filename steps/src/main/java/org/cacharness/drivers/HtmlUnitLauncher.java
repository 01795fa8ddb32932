package org.cacharness.drivers;

import java.security.KeyStore;

/** The embedded browser: a part of this process, whose files are kept in memory. */
public final class HtmlUnitLauncher implements BrowserLauncher {
    private final KeyStore trusted;
    private final EmbeddedFiles files = new EmbeddedFiles();

    /**
     * Installs it on one computer.
     *
     * @param trusted the authorities that the computer trusts for servers
     */
    public HtmlUnitLauncher(KeyStore trusted) {
        this.trusted = trusted;
    }

    @Override
    public Browser open(Workstation computer) {
        return HtmlUnitBrowser.open(MemberTls.of(computer, trusted), files).watchedBy(computer.traffic());
    }

    @Override
    public TemporaryInternetFiles temporaryFiles() {
        return files;
    }
}
