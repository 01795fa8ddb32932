package org.cacharness.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.cacharness.recording.Recorder;
import org.cacharness.recording.Recording;
import org.cacharness.recording.RecordingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which portal, and who has accounts there. */
final class PortalOptions {
    @Option(names = "--stubs", paramLabel = "DIR", description = "Portal stubs instead of the built-in ones.")
    @Nullable
    Path stubs;

    @Option(names = "--personas", paramLabel = "PATH", description = "Personas instead of the built-in ones.")
    @Nullable
    Path personas;

    @Option(
            names = "--recording",
            paramLabel = "DIR",
            description = "The portal as 'cac record' recorded it, in the mocked portal's place.")
    @Nullable
    Path recording;

    @ArgGroup(exclusive = false, heading = "%nAt a portal that is not ours:%n", order = 100)
    LivePortalOptions live = new LivePortalOptions();

    /** Listens to the portal, where the run is to be recorded; no option says so. */
    @Nullable
    Recorder recorder;

    /** What was asked; one portal at the most. */
    PortalRequest portal(Workplace workplace) throws BadInputException {
        LivePortalRequest asked = live.request(workplace, recorder);
        if (Stream.of(asked, stubs, recording).filter(Objects::nonNull).count() > 1) {
            throw new BadInputException("--portal, --stubs, --recording: expected one of them, got several");
        }
        return new PortalRequest(
                workplace.existingIfGiven("--stubs", stubs),
                workplace.existingIfGiven("--personas", personas),
                asked,
                recorded(workplace));
    }

    private @Nullable Recording recorded(Workplace workplace) throws BadInputException {
        Path folder = workplace.existingIfGiven("--recording", recording);
        try {
            return folder == null ? null : Recording.read(folder, String.valueOf(recording));
        } catch (RecordingException bad) {
            throw new BadInputException(String.valueOf(bad.getMessage()), bad);
        }
    }
}
