package org.cacharness.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The list of the libraries that the harness consists of (CycloneDX 1.6, JSON). The build makes it when it packs the archive. */
final class PartsList {
    /** Its name in a report. */
    static final String FILE = "sbom.cdx.json";

    private PartsList() {}

    /** The list; empty where the classes were not packed, as in an IDE. */
    static Optional<byte[]> read() throws IOException {
        try (InputStream resource = PartsList.class.getResourceAsStream("/org/cacharness/" + FILE)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        }
    }
}
