package org.cacharness.environment;

import io.cucumber.core.backend.ObjectFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.CardLauncher;
import org.cacharness.cli.CardMake;
import org.cacharness.cli.Equipment;
import org.cacharness.cli.GridRequest;
import org.cacharness.cli.Harness;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.PortalRequest;
import org.cacharness.cli.RealCardRequest;
import org.cacharness.cli.RunRequest;
import org.cacharness.edge.PinPolicy;
import org.cacharness.edge.Refusal;
import org.cacharness.evidence.EvidenceSigner;
import org.cacharness.report.RunFact;
import org.cacharness.secrets.Secrets;
import org.cacharness.simulator.card.CardModel;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.PersonaFileException;
import org.cacharness.simulator.pki.Personas;
import org.cacharness.simulator.portal.PortalStartException;
import org.cacharness.simulator.portal.StubFileException;
import org.cacharness.simulator.reader.VirtualReaderException;
import org.jspecify.annotations.Nullable;

/** The environment that needs nothing but a JDK: simulated card, embedded browser, mocked portal. */
public final class SimulatedHarness implements Harness {
    private static final Pattern NOT_A_LETTER = Pattern.compile("\\P{L}+");

    @Override
    public String environment() {
        return "in-process · HtmlUnit";
    }

    @Override
    public Harness forRequest(RunRequest request) {
        Harness cardPath = switch (request.equipment().card()) {
            case IN_PROCESS -> inProcess(request);
            case VIRTUAL -> VirtualReaderHarness.of(this, request);
            case AUTO -> new AutoHarness(inProcess(request));
        };
        PortalRequest portal = request.portal();
        if (portal.recording() != null) {
            return new ReplayHarness(cardPath, portal.recording(), portal.personas());
        }
        return portal.live() == null ? cardPath : new LivePortalHarness(cardPath, portal.live());
    }

    private Harness inProcess(RunRequest request) {
        if (request.equipment().browser() != RunRequest.BrowserKind.CHROMIUM) {
            return this;
        }
        BridgedHarness here = new BridgedHarness(this);
        GridRequest grid = request.equipment().grid();
        return grid == null ? here : new GridHarness(here, grid);
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
        Faults.check(request.equipment().fault(), request.equipment().card());
        checkModel(request);
        if (request.portal().stubs() != null || request.portal().personas() != null) {
            reportingBadInput(() -> {
                try (Simulation simulation = Simulation.start(settings(request), new Secrets())) {
                    SimulatedPortals.start(simulation).close();
                }
                return "";
            });
        }
    }

    private static void checkModel(RunRequest request) throws BadInputException {
        CardMake.Model model = request.equipment().model();
        if (model == CardMake.Model.CAC_V1) {
            throw new BadInputException(
                    "--model cac-v1: expected cac-only, dual or legacy-dual: a card of version 1 has no"
                            + " serial, by which a run knows its cards; './cac card --model cac-v1' makes one");
        }
        if (request.equipment().card() == RunRequest.CardPath.AUTO && model != CardMake.Model.CAC_ONLY) {
            throw new BadInputException(
                    "--model: expected a simulated card, --card auto may find a real one: leave one of them out");
        }
    }

    /** Names that the built-in people have are people's names: whoever is named has to be among those given. */
    @Override
    public void checkAgainst(RunRequest request, List<String> sentences) throws BadInputException {
        Path folder = request.portal().personas();
        if (folder == null) {
            return;
        }
        Set<String> missing = namedIn(sentences);
        Set<String> given = ids(Personas.load(folder));
        missing.removeAll(given);
        if (!missing.isEmpty()) {
            throw new BadInputException("--personas: expected " + String.join(", ", missing)
                    + ", whom the scenarios name, got " + given + " in " + folder
                    + ": add a file for each, or run other scenarios");
        }
    }

    static Set<String> namedIn(List<String> sentences) {
        Set<String> known = ids(Personas.builtIn());
        return sentences.stream()
                .flatMap(sentence -> NOT_A_LETTER.splitAsStream(sentence))
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(Personas people) {
        return people.all().stream().map(Persona::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        Simulation simulation = simulation(request, secrets);
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
    public EvidenceSigner ownCardSigner(RealCardRequest request, Secrets secrets, Consumer<String> tell)
            throws BadInputException {
        return RealCardSigner.open(request, PcscService.ofThisProcess(), secrets, tell);
    }

    @Override
    public PortalLauncher portal() {
        return request -> reportingBadInput(() -> DemonstrationPortal.start(request));
    }

    @Override
    public CardLauncher card() {
        return request -> {
            Faults.checkForCardAlone(request.fault(), request.make().compressed());
            return reportingBadInput(() -> VirtualReaderCards.start(request));
        };
    }

    @Override
    public Map<String, String> faults() {
        return Faults.listed();
    }

    /** The simulated part of a run; whoever asked ends it. */
    static Simulation simulation(RunRequest request, Secrets secrets) {
        Simulation simulation = Simulation.start(settings(request), secrets);
        LivePortalRequest live = request.portal().live();
        if (live != null && live.cardIssuers() != null) {
            Pem.write(simulation.pki().trustAnchors(), live.cardIssuers());
        }
        return simulation;
    }

    static SimulationSettings settings(RunRequest request) {
        PortalRequest portal = request.portal();
        Equipment equipment = request.equipment();
        SimulationSettings world = settings(portal.stubs(), portal.personas())
                .with(CardModel.valueOf(equipment.model().name()))
                .with(Optional.ofNullable(equipment.fault()).map(Faults::known));
        LivePortalRequest live = portal.live();
        if (portal.recording() != null) {
            return world.at(portal.recording());
        }
        return live == null ? world : world.at(LivePortal.of(live));
    }

    static SimulationSettings settings(@Nullable Path stubs, @Nullable Path personas) {
        return SimulationSettings.of(Optional.ofNullable(stubs), Optional.ofNullable(personas));
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
