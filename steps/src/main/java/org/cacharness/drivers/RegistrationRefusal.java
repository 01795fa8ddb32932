package org.cacharness.drivers;

import java.util.Arrays;
import java.util.Optional;

/** Why the portal does not register a CAC. */
public enum RegistrationRefusal {
    /** The browser presented no certificate. */
    NO_CERTIFICATE("No certificate was presented"),
    /** The certificate was issued to somebody else. */
    ANOTHER_PERSONS("This certificate is another person's"),
    /** The issuer took the certificate back. */
    REVOKED("This certificate is revoked"),
    /** The issuer put the certificate on hold. */
    SUSPENDED("This certificate is suspended"),
    /** The certificate's validity has not begun. */
    NOT_YET_VALID("This certificate is not yet valid"),
    /** The certificate is not for people to log in with. */
    NOT_FOR_LOGIN("This certificate is not for logging in"),
    /** The certificate has no DoD ID number in it. */
    NO_DOD_ID_NUMBER("This certificate names no DoD ID number"),
    /** Nobody could say whether the certificate is still good. */
    NOT_CHECKED("The certificate could not be checked"),
    /** The certificate's validity is over. */
    EXPIRED("This certificate has expired"),
    /** A password that another one took the place of. */
    OLDER_PASSWORD("This is an older password"),
    /** The password is none of the account's. */
    WRONG_PASSWORD("Your password was not accepted");

    private final String heading;

    RegistrationRefusal(String heading) {
        this.heading = heading;
    }

    static Optional<RegistrationRefusal> saidBy(Screen screen) {
        String heading = screen.heading();
        return Arrays.stream(values())
                .filter(refusal -> refusal.heading.equals(heading))
                .findFirst();
    }
}
