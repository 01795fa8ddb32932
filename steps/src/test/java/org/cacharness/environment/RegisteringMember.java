package org.cacharness.environment;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.cacharness.drivers.BrowserLauncher;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Prompts;

/** A portal of its own with Ada's account, for somebody who comes with a browser that is not the harness's. */
final class RegisteringMember implements AutoCloseable {
    private final SimulatedTestBed bed;
    private final Member ada;
    private final List<URI> addresses = new ArrayList<>();

    RegisteringMember(Simulation simulation) {
        bed = simulation.testBed(new InProcessReaders(), new NoBrowsers());
        ada = bed.member("Ada");
        bed.portal();
    }

    /** What she types. */
    String address() {
        return bed.portal().address().toString();
    }

    /** Everywhere that the portal can be reached. */
    List<URI> addresses() {
        return List.copyOf(addresses);
    }

    String username() {
        return ada.username();
    }

    String password() {
        return new String(bed.backOffice().password(ada).characters());
    }

    void requireRegistered() {
        if (bed.backOffice().registered(ada).isEmpty()) {
            throw new IllegalStateException("Registration: expected a certificate at the portal, got none");
        }
    }

    @Override
    public void close() {
        bed.close();
    }

    private final class NoBrowsers implements Browsers {
        @Override
        public BrowserLauncher install(Prompts person) {
            throw new IllegalStateException("Browser: expected none of the harness's own");
        }

        @Override
        public void portalStarted(List<URI> started) {
            addresses.addAll(started);
        }
    }
}
