package org.cacharness.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user allows to be done with a card in a real reader.
 *
 * @param allowed serials in hexadecimal, upper case, of the cards that may be used
 * @param allowList the file that they stand in
 * @param reader the reader to take, or null if there is only one that fits
 * @param pin where its PIN comes from
 * @param trust issuers, in PEM, whom the mocked portal trusts besides its own; null for none
 * @param state folder with the records of PIN presentations
 * @param attended whether a person is there to do what only a person can
 * @param patience how long that person is waited for
 */
public record RealCardRequest(
        Set<String> allowed,
        Path allowList,
        @Nullable String reader,
        PinSource pin,
        @Nullable Path trust,
        Path state,
        boolean attended,
        Duration patience) {
    public RealCardRequest {
        allowed = Set.copyOf(allowed);
    }
}
