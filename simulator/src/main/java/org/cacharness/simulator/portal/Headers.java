package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The headers that every answer of the portal carries. */
final class Headers {
    private Headers() {}

    /**
     * Headers that keep a page private and to itself. The style sheet and the script come from the open port alone, for both ports:
     * a browser keeps a file by its address, and one file must have one address.
     */
    static void secure(ResponseDefinitionBuilder response, PortalState state) {
        String open = origin(state.address);
        response.withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + open + "; script-src " + open + "; img-src " + open
                                + "; form-action " + open + " " + origin(state.cacAddress)
                                + "; base-uri 'none'; frame-ancestors 'none'");
    }

    /** Sends the browser on, with the check value that it brought: the value is the browser's, and only its copy of the file makes it. */
    static void redirect(ResponseDefinitionBuilder response, URI target, Visit visit) {
        String value = visit.checkValues().findFirst().orElse("");
        boolean carry = value.matches("[0-9a-f]{1,8}");
        response.withHeader("Location", carry ? target + "?" + CheckedFile.PARAMETER + "=" + value : target.toString());
    }

    /** The time at which a file left the portal; real time, for that is what caches keep. Pages are kept by nobody and need none. */
    static void date(ResponseDefinitionBuilder response) {
        response.withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }

    /** The value of {@code Set-Cookie} for a session. */
    static String cookie(Session session) {
        return Sessions.COOKIE + "=" + session.id() + "; Path=/; Secure; HttpOnly; SameSite=Strict";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
