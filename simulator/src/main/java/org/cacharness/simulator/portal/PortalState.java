package org.cacharness.simulator.portal;

import java.net.URI;
import java.security.SecureRandom;

/**
 * Everything that one portal remembers. Whoever reads or changes it holds its monitor: a request and a scenario that looks from
 * behind never see each other's half-done work.
 */
final class PortalState {
    final SecureRandom random = new SecureRandom();
    final PortalClock clock;
    final PortalRules rules;
    final Journal journal;
    final Accounts accounts = new Accounts();
    final Sessions sessions = new Sessions(random);
    final CheckedFile file;
    final ForbiddenGate gate;
    final String displayName;

    boolean askForPassword;
    boolean corruptNextFile;
    URI address = URI.create("https://localhost/");
    URI cacAddress = URI.create("https://localhost/");

    PortalState(PortalSettings settings, CheckedFile file) {
        this.clock = new PortalClock(settings.start());
        this.rules = new PortalRules(settings.mutants());
        this.journal = new Journal(clock);
        this.file = file;
        this.gate = new ForbiddenGate(file.value(), rules);
        this.displayName = settings.displayName();
    }
}
