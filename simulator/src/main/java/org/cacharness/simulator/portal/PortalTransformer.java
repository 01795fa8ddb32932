package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.TemplateModelDataProviderExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
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

    private static final String SET_COOKIE = "Set-Cookie";

    private static final int NOT_FOUND = 404;

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
        if (outcome.redirect().isPresent()) {
            URI target = state.address.resolve(outcome.redirect().get());
            Headers.redirect(response, target, visit);
            answer.session().ifPresent(session -> response.withHeader(SET_COOKIE, Headers.cookie(session)));
        } else if (outcome.isTemplate()) {
            response.withBodyFile(outcome.page().orElseThrow());
            models.put(event.getId(), model(visit, answer, outcome, response));
        } else {
            file(response, answer, outcome);
        }
        return response.build();
    }

    private void file(ResponseDefinitionBuilder response, Answer answer, Outcome outcome) {
        Headers.date(response);
        outcome.page().ifPresent(response::withBodyFile);
        if (answer.outcome().equals(EntryActions.CORRUPT)) {
            response.withBody(state.file.corrupted());
        }
    }

    /**
     * Every page has forms, and so needs a session for their tokens; a new one is told to the browser by the model. What is not there
     * begins none: browsers ask for an icon by themselves, beside a log in, and would take that session for the one just begun.
     */
    private Map<String, Object> model(Visit visit, Answer answer, Outcome outcome, ResponseDefinitionBuilder response) {
        Optional<Session> known = visit.session()
                .filter(session -> state.sessions.find(session.id()).isPresent());
        boolean isThere = outcome.status() != NOT_FOUND;
        Session session =
                answer.session().or(() -> known).orElseGet(isThere ? state.sessions::begin : state.sessions::ofNobody);
        Map<String, Object> model = pages.of(session, outcome, answer);
        if (isThere && !known.equals(Optional.of(session))) {
            response.withHeader(SET_COOKIE, "{{{cookie}}}");
            model.put("cookie", Headers.cookie(session));
        }
        return model;
    }
}
