package org.cacharness.environment;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.Prompts;
import org.cacharness.drivers.chromium.ChromiumLauncher;
import org.cacharness.drivers.chromium.ChromiumPrograms;
import org.jspecify.annotations.Nullable;

/** Chromium on every computer, with the PKCS#11 module as CAC software. */
final class ChromiumBrowsers implements Browsers {
    private final ChromiumPrograms programs;
    private final Path module;
    private final Simulation simulation;
    private @Nullable NeighbourSite neighbour;

    ChromiumBrowsers(ChromiumPrograms programs, Path module, Simulation simulation) {
        this.programs = programs;
        this.module = module;
        this.simulation = simulation;
    }

    @Override
    public BrowserLauncher install(Prompts person) {
        person.dialogIsSilent();
        return new ChromiumLauncher(programs, module, authorities(), this::neighbour);
    }

    @Override
    public boolean eachAsksForThePin() {
        return true;
    }

    @Override
    public void close() {
        if (neighbour != null) {
            neighbour.close();
        }
    }

    private URI neighbour() {
        NeighbourSite site = neighbour;
        if (site == null) {
            site = NeighbourSite.start(simulation.pki());
            neighbour = site;
        }
        return site.address();
    }

    /** The portal's, and those of the site next door. */
    private List<X509Certificate> authorities() {
        Set<X509Certificate> all = new LinkedHashSet<>(in(simulation.browserTrust()));
        all.addAll(in(simulation.pki().browserTrust()));
        return List.copyOf(all);
    }

    private static List<X509Certificate> in(KeyStore trusted) {
        try {
            List<X509Certificate> authorities = new ArrayList<>();
            for (String alias : Collections.list(trusted.aliases())) {
                authorities.add((X509Certificate) trusted.getCertificate(alias));
            }
            return authorities;
        } catch (KeyStoreException e) {
            throw new IllegalStateException("Test PKI: expected a key store that is loaded, got " + e, e);
        }
    }
}
