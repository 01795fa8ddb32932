package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.TemplateModelDataProviderExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does what a stub's {@code action} names, and answers with the page or redirect that the stub gives for the outcome.
 *
 * <p>The page's values reach WireMock's response templating beside the response and not inside it, because WireMock keeps each
 * compiled template under the whole response definition.
 */
final class PortalTransformer implements ResponseDefinitionTransformerV2, TemplateModelDataProviderExtension {
    static final String NAME = "portal";

    private final PortalState state;
    private final Map<String, Action> actions;
    private final PageModel pages;
    private final Map<UUID, Map<String, Object>> models = new ConcurrentHashMap<>();

    PortalTransformer(PortalState state, Map<String, Action> actions) {
        this.state = state;
        this.actions = actions;
        this.pages = new PageModel(state);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Map<String, Object> provideTemplateModelData(ServeEvent event) {
        Map<String, Object> model = models.remove(event.getId());
        return model == null ? Map.of() : model;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Parameters stub = event.getTransformerParameters();
        String name = stub.getString("action");
        Action action = Optional.ofNullable(actions.get(name)).orElseThrow();
        synchronized (state) {
            Visit visit = Visit.of(event.getRequest(), state.sessions);
            state.gate.letIn(visit);
            Answer answer = action.decide().apply(visit);
            return respond(
                    event, visit, answer, Outcome.of(stub, answer.outcome()).orElseThrow());
        }
    }

    private ResponseDefinition respond(ServeEvent event, Visit visit, Answer answer, Outcome outcome) {
        ResponseDefinitionBuilder response =
                ResponseDefinitionBuilder.like(event.getResponseDefinition()).withStatus(outcome.status());
        Headers.secure(response, state);
        if (answer.outcome().equals(EntryActions.CORRUPT)) {
            return response.withBody(state.file.corrupted()).build();
        }
        outcome.redirect().ifPresent(path -> Headers.redirect(response, state.address.resolve(path), visit));
        answer.session().ifPresent(session -> Headers.cookie(response, session));
        outcome.page().ifPresent(page -> {
            response.withBodyFile(page);
            if (page.endsWith(".html")) {
                Session session = pageSession(visit, answer, response);
                models.put(event.getId(), pages.of(session, outcome, answer));
            }
        });
        return response.build();
    }

    /** Every page has forms, and so needs a session for their tokens. */
    private Session pageSession(Visit visit, Answer answer, ResponseDefinitionBuilder response) {
        return answer.session()
                .or(() -> visit.session()
                        .filter(known -> state.sessions.find(known.id()).isPresent()))
                .orElseGet(() -> {
                    Session begun = state.sessions.begin();
                    Headers.cookie(response, begun);
                    return begun;
                });
    }
}
