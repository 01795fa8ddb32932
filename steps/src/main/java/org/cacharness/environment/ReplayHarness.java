package org.cacharness.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.Harness;
import org.cacharness.cli.LivePortalRequest;
import org.cacharness.cli.PortalAccounts;
import org.cacharness.cli.RunRequest;
import org.cacharness.drivers.Password;
import org.cacharness.recording.Recording;
import org.cacharness.report.RunFact;
import org.cacharness.simulator.pki.Persona;
import org.cacharness.simulator.pki.PersonaFileException;
import org.cacharness.simulator.pki.Personas;
import org.jspecify.annotations.Nullable;

/** A simulated card at a portal that was recorded. What is not applicable to a live portal is not to its recording, nor what is not in it. */
final class ReplayHarness extends HarnessAround {
    private static final URI NOWHERE = URI.create("https://localhost/");

    private final Recording recording;
    private final LivePortalHarness atLivePortal;

    ReplayHarness(Harness cardPath, Recording recording, @Nullable Path personas) {
        super(cardPath);
        this.recording = recording;
        this.atLivePortal = new LivePortalHarness(
                cardPath,
                new LivePortalRequest(NOWHERE, recording.description(), null, accounts(personas), null, null));
    }

    private static PortalAccounts accounts(@Nullable Path personas) {
        return PortalAccounts.of(
                people(personas).all().stream().collect(Collectors.toMap(Persona::id, Persona::username)),
                person -> new Password(new char[0]));
    }

    /** A damaged file is told when it is checked. */
    private static Personas people(@Nullable Path folder) {
        try {
            return folder == null ? Personas.builtIn() : Personas.load(folder);
        } catch (PersonaFileException damaged) {
            return Personas.builtIn();
        }
    }

    @Override
    public String environment() {
        return "recorded portal · " + super.environment();
    }

    @Override
    public List<RunFact> facts(RunRequest request) {
        List<RunFact> facts = new ArrayList<>(super.facts(request));
        facts.removeIf(fact -> fact.name().equals(RunFact.PORTAL));
        facts.add(new RunFact(RunFact.PORTAL, recording.words()));
        return List.copyOf(facts);
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        if (request.equipment().card() == RunRequest.CardPath.AUTO) {
            throw new BadInputException("--recording: expected a simulated card, got --card auto:"
                    + " what is recorded is nobody's, and a real card is somebody's; leave --card away");
        }
        if (request.equipment().grid() != null) {
            throw new BadInputException("--grid, --recording: expected one of them, got both:"
                    + " browsers of a Grid have not been tried at a recorded portal");
        }
        super.check(request);
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return atLivePortal
                .reasonNotToRun(title, tags, sentences)
                .or(() -> recording.obstacle(title).map(why -> NOT_APPLICABLE + " to this recording: " + why));
    }
}
