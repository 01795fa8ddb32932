package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.responsetemplating.ResponseTemplateTransformer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Checks, before the first request, that every stub asks for something that the portal can do and has a page for what comes of it. */
final class StubCheck {
    private final StubFolder folder;
    private final Map<String, Action> actions;

    StubCheck(StubFolder folder, Map<String, Action> actions) {
        this.folder = folder;
        this.actions = actions;
    }

    void check(List<StubMapping> stubs) {
        stubs.stream()
                .filter(stub -> {
                    List<String> transformers = stub.getResponse().getTransformers();
                    return transformers != null && transformers.contains(PortalTransformer.NAME);
                })
                .forEach(this::check);
    }

    private void check(StubMapping stub) {
        Parameters parameters = stub.getResponse().getTransformerParameters();
        String name = parameters.getString("action", "");
        Action action = actions.get(name);
        if (action == null) {
            throw new StubFileException(
                    label(stub),
                    "expected an action, one of " + new TreeSet<>(actions.keySet()) + ", got \"" + name + "\"",
                    "correct the stub's transformerParameters");
        }
        action.outcomes().forEach(outcome -> check(stub, parameters, outcome));
    }

    private void check(StubMapping stub, Parameters parameters, String name) {
        Outcome outcome = Outcome.of(parameters, name)
                .orElseThrow(() -> new StubFileException(
                        label(stub),
                        "expected the outcome \"" + name + "\", got "
                                + new TreeSet<>(parameters
                                        .getMetadata("outcomes", new Metadata())
                                        .keySet()),
                        "give it a page or a redirect"));
        outcome.page().ifPresent(folder::requirePresent);
        if (outcome.isTemplate() && !stub.getResponse().getTransformers().contains(ResponseTemplateTransformer.NAME)) {
            throw new StubFileException(
                    label(stub),
                    "expected the transformers portal and response-template, got "
                            + stub.getResponse().getTransformers(),
                    "add response-template, or the page is served with its braces");
        }
    }

    private static String label(StubMapping stub) {
        return "\"" + stub.getName() + "\"";
    }
}
