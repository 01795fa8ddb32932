package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.extension.Parameters;
import java.util.Map;
import java.util.Optional;

/**
 * What a stub says about one outcome: a page or a redirect, a status, and words for the page.
 *
 * @param words everything the stub says, reached in templates as {@code text.…}
 */
record Outcome(Map<String, Object> words) {

    /** Reads the outcomes of a stub's transformer parameters; empty if it has none of that name. */
    static Optional<Outcome> of(Parameters stub, String name) {
        Metadata outcomes = stub.getMetadata("outcomes", new Metadata());
        return outcomes.containsKey(name) ? Optional.of(new Outcome(outcomes.getMetadata(name))) : Optional.empty();
    }

    Optional<String> page() {
        return text("page");
    }

    /** Whether the page is a template; anything else is a file that is served as it is. */
    boolean isTemplate() {
        return page().filter(page -> page.endsWith(".html")).isPresent();
    }

    Optional<String> redirect() {
        return text("redirect");
    }

    int status() {
        return words.get("status") instanceof Number status
                ? status.intValue()
                : redirect().isPresent() ? 303 : 200;
    }

    private Optional<String> text(String key) {
        return words.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
