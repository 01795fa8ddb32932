package org.cacharness.report;

import java.net.URI;
import java.util.List;

/**
 * A scenario (or one example of an outline) as it stands in a feature file.
 *
 * @param uri of the feature file
 * @param path of the feature file, as a person writes it
 * @param line of the scenario, or of the example's row
 * @param feature the feature's name
 * @param name the scenario's title
 * @param tags its own and those it inherits
 * @param documented the documented steps that it covers
 * @param presentations PIN presentations that it makes
 */
public record PlannedScenario(
        URI uri,
        String path,
        int line,
        String feature,
        String name,
        List<String> tags,
        List<String> documented,
        int presentations) {
    public PlannedScenario {
        tags = List.copyOf(tags);
        documented = List.copyOf(documented);
    }

    /** File and line, as an editor understands them. */
    public String location() {
        return path + ":" + line;
    }

    /** What tells this scenario from all others of a run. */
    public String key() {
        return uri + ":" + line;
    }
}
