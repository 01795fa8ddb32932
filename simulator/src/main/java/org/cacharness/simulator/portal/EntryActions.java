package org.cacharness.simulator.portal;

import java.util.List;
import java.util.Set;

/** Pages that need no decision, the account's home, the cacheable file, and the two refusals that any page may meet. */
final class EntryActions {
    /** The outcome whose body is not a page: a damaged copy of the file. */
    static final String CORRUPT = "corrupt";

    private final PortalState state;

    EntryActions(PortalState state) {
        this.state = state;
    }

    List<Action> all() {
        return List.of(
                new Action("show", Set.of("shown"), visit -> Answer.of("shown")),
                new Action("show-to-member", Set.of("shown", Action.LOGGED_OUT), this::showToMember),
                new Action("serve-checked-file", Set.of("sound", CORRUPT, "not-modified"), this::serveCheckedFile),
                new Action("refuse-check-value", Set.of("shown"), this::refuseCheckValue),
                new Action("refuse-form", Set.of("shown"), this::refuseForm));
    }

    private Answer showToMember(Visit visit) {
        return Answer.of(visit.login().isPresent() ? "shown" : Action.LOGGED_OUT);
    }

    /** A browser that asks whether its copy is still good is told yes: the file at the portal has not changed. */
    private Answer serveCheckedFile(Visit visit) {
        if (visit.request().header("If-Modified-Since").isPresent()) {
            return Answer.of("not-modified");
        }
        state.gate.fileServed();
        if (!state.corruptNextFile) {
            return Answer.of("sound");
        }
        state.corruptNextFile = state.rules.broken(PortalMutant.FORBIDDEN_FOREVER);
        state.journal.write(PortalEvent.Kind.CORRUPT_FILE_SERVED, "", CheckedFile.PATH);
        return Answer.of(CORRUPT);
    }

    private Answer refuseCheckValue(Visit visit) {
        state.gate.refused(visit);
        state.journal.write(PortalEvent.Kind.FORBIDDEN, username(visit), visit.path());
        return Answer.of("shown");
    }

    private Answer refuseForm(Visit visit) {
        state.journal.write(PortalEvent.Kind.FORM_REFUSED, username(visit), visit.path());
        return Answer.of("shown");
    }

    private static String username(Visit visit) {
        return visit.login().map(Login::username).orElse("");
    }
}
