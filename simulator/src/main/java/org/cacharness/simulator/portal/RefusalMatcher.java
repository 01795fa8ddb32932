package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;

/**
 * Lets a stub match what the portal refuses before it looks at anything else: {@code "because": "check-value"} a wrong check
 * value, {@code "because": "form-token"} a form without the token of its session.
 */
final class RefusalMatcher extends RequestMatcherExtension {
    static final String NAME = "portal-refuses";

    private final PortalState state;

    RefusalMatcher(PortalState state) {
        this.state = state;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public MatchResult match(Request request, Parameters parameters) {
        synchronized (state) {
            Visit visit = Visit.of(request, state.sessions);
            return MatchResult.of(
                    parameters.getString("because").equals("check-value")
                            ? state.gate.refuses(visit)
                            : visit.isPost() && !hasToken(visit));
        }
    }

    private static boolean hasToken(Visit visit) {
        return visit.session()
                .filter(session -> session.forms().issued(visit.field("form-token")))
                .isPresent();
    }
}
