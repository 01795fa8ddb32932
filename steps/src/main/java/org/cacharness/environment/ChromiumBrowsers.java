package org.cacharness.environment;

import java.net.URI;
import java.nio.file.Path;
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
        return new ChromiumLauncher(
                programs, module, simulation.authoritiesToInstall(), simulation.liveCardHosts(), this::neighbour);
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
}
