package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.edge.PinPolicy;
import org.cacharness.edge.Refusal;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.pki.PersonaFileException;
import org.cacharness.simulator.portal.PortalStartException;
import org.cacharness.simulator.portal.StubFileException;
import org.cacharness.simulator.reader.VirtualReaderException;
import org.jspecify.annotations.Nullable;

/** The environment that needs nothing but a JDK: simulated card, embedded browser, mocked portal. */
public final class SimulatedHarness implements Harness {
    @Override
    public String environment() {
        return "in-process · HtmlUnit";
    }

    @Override
    public Harness forRequest(RunRequest request) {
        return request.card() == RunRequest.CardPath.VIRTUAL ? new VirtualReaderHarness(this) : this;
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        return SimulationFacts.inProcess(request);
    }

    @Override
    public List<String> glue() {
        return List.of("org.cacharness.steps");
    }

    /** Reads the people and starts the portal once, so that a damaged file is told before the first scenario. */
    @Override
    public void check(RunRequest request) throws BadInputException {
        if (request.stubs() != null || request.personas() != null) {
            reportingBadInput(() -> {
                try (Simulation simulation =
                        Simulation.start(settings(request.stubs(), request.personas()), new Secrets())) {
                    SimulatedPortals.start(simulation).close();
                }
                return "";
            });
        }
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        Simulation simulation = Simulation.start(settings(request.stubs(), request.personas()), secrets);
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                return new ScenarioObjects(() -> simulation.testBed());
            }

            @Override
            public void close() {
                simulation.close();
            }
        };
    }

    @Override
    public boolean refuses(Throwable error) {
        return error instanceof Refusal;
    }

    @Override
    public EvidenceSigner cardSigner(@Nullable String holder, Secrets secrets) throws BadInputException {
        return reportingBadInput(() -> SimulatedCardSigner.start(holder, secrets, PinPolicy.hardware()));
    }

    @Override
    public PortalLauncher portal() {
        return request -> reportingBadInput(() -> DemonstrationPortal.start(request));
    }

    @Override
    public CardLauncher card() {
        return request -> reportingBadInput(() -> VirtualReaderCard.start(request));
    }

    static SimulationSettings settings(@Nullable Path stubs, @Nullable Path personas) {
        return new SimulationSettings(Optional.ofNullable(stubs), Optional.ofNullable(personas), Mutation.none());
    }

    private static <T> T reportingBadInput(Supplier<T> start) throws BadInputException {
        try {
            return start.get();
        } catch (PersonaFileException
                | NoSuchElementException
                | StubFileException
                | PortalStartException
                | VirtualReaderException bad) {
            throw new BadInputException(String.valueOf(bad.getMessage()), bad);
        }
    }
}
