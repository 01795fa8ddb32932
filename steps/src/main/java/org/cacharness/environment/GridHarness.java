package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.GridRequest;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.headless.BridgedWorker;
import org.cacharness.drivers.headless.GridInstallation;
import org.cacharness.drivers.headless.GridStatus;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.TestPki;

/** The simulated card inside the process, and Chromium on a Selenium Grid, which reaches it through the TLS bridge. */
final class GridHarness extends HarnessAround {
    private static final String DISK_CACHE = "@forbidden-403";
    private static final String ON_THE_NODE =
            "not applicable: the temporary internet files are on a node of the Grid, and end with the session;"
                    + " it runs without --grid";
    /** A key of its own, so that the browsers' exception for the bridges covers no portal. */
    private static final Set<String> BRIDGE = Set.of("tls-bridge");

    private final BridgedHarness here;
    private final GridRequest grid;

    GridHarness(BridgedHarness here, GridRequest grid) {
        super(here);
        this.here = here;
        this.grid = grid;
    }

    @Override
    public String environment() {
        return "in-process · Chromium on a Grid";
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        return SimulationFacts.bridged(request, "Chrome of the Selenium Grid at " + grid.address());
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        here.checkWithoutBrowser(request);
        if (!request.dryRun()) {
            checkGrid(request.course().threads());
        }
    }

    private void checkGrid(int threads) throws BadInputException {
        try {
            int slots = GridStatus.of(grid.address()).slots();
            if (threads > slots) {
                throw new BadInputException("--threads " + threads + ": expected a slot for each, got " + slots
                        + " for Chrome on the Grid " + grid.address() + ": give --threads " + slots
                        + ", or start another node");
            }
        } catch (GridStatus.UnusableGridException unusable) {
            throw new BadInputException("--grid: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        Simulation simulation = SimulatedHarness.simulation(request, secrets);
        GridInstallation chromium = installed(simulation, grid);
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                BridgedWorker worker = chromium.worker();
                return new ScenarioObjects(
                        () -> simulation.testBed(new InProcessReaders(), browsers(worker, simulation)));
            }

            @Override
            public void close() {
                chromium.close();
                simulation.close();
            }
        };
    }

    static HeadlessBrowsers browsers(BridgedWorker worker, Simulation simulation) {
        return new HeadlessBrowsers(worker, simulation, BRIDGE);
    }

    static GridInstallation installed(Simulation simulation, GridRequest grid) {
        try {
            return GridInstallation.prepare(grid.address(), grid.bridgePort(), certificate(simulation.pki()));
        } catch (RuntimeException failed) {
            simulation.close();
            throw failed;
        }
    }

    private static X509Certificate certificate(TestPki pki) {
        try {
            KeyStore key = pki.serverKey(BRIDGE);
            String alias = Collections.list(key.aliases()).get(0);
            return (X509Certificate) key.getCertificate(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("TLS bridge: expected a key that the test PKI made, got " + e, e);
        }
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return tags.stream().anyMatch(tag -> tag.startsWith(DISK_CACHE))
                ? Optional.of(ON_THE_NODE)
                : super.reasonNotToRun(title, tags, sentences);
    }
}
