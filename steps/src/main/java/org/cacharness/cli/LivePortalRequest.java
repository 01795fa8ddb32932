package org.cacharness.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.cacharness.description.PortalDescription;
import org.cacharness.recording.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked about a portal that is not ours.
 *
 * @param address what a member types
 * @param description what it calls the procedure's terms
 * @param trust issuers of its server certificate, in PEM, or null for those that the JDK trusts
 * @param accounts that scenarios may use there
 * @param cardIssuers where the issuers of simulated cards are written, so that the portal can trust them, or null
 * @param recorder listens to what it says, or null
 */
public record LivePortalRequest(
        URI address,
        PortalDescription description,
        @Nullable Path trust,
        PortalAccounts accounts,
        @Nullable Path cardIssuers,
        @Nullable Recorder recorder) {
    /** Whether requests to it stay on this machine, by its name alone: no name service is asked. */
    public boolean isHere() {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
