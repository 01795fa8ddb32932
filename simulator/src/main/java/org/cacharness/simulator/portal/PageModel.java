package org.cacharness.simulator.portal;

import java.util.HashMap;
import java.util.Map;

/** The values that a page's template may show. */
final class PageModel {
    private final PortalState state;

    PageModel(PortalState state) {
        this.state = state;
    }

    Map<String, Object> of(Session session, Outcome outcome, Answer answer) {
        Map<String, Object> model = new HashMap<>();
        model.put("portal", portal());
        model.put("form", Map.of("token", session.forms().issue()));
        model.put("text", outcome.words());
        model.put("shown", answer.shown());
        session.login().ifPresent(login -> model.put("member", member(login)));
        return model;
    }

    private Map<String, Object> portal() {
        return Map.of(
                "name",
                state.displayName,
                "address",
                state.address.toString(),
                "cacAddress",
                state.cacAddress.toString(),
                "resetOffered",
                !state.rules.broken(PortalMutant.RESET_LINK_MISSING),
                "registrationOffered",
                !state.rules.broken(PortalMutant.MENU_ENTRY_MISSING));
    }

    private Map<String, Object> member(Login login) {
        Account account = state.accounts.named(login.username());
        return Map.of("name", account.displayName(), "username", account.username(), "byCac", login.byCac());
    }
}
