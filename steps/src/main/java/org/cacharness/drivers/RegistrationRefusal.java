package org.cacharness.drivers;

import java.util.Arrays;
import java.util.Optional;
import org.cacharness.description.Term;

/** Why the portal does not register a CAC. */
public enum RegistrationRefusal {
    /** The browser presented no certificate. */
    NO_CERTIFICATE(Term.REGISTRATION_NO_CERTIFICATE),
    /** The certificate was issued to somebody else. */
    ANOTHER_PERSONS(Term.REGISTRATION_ANOTHER_PERSONS),
    /** The issuer took the certificate back. */
    REVOKED(Term.REGISTRATION_REVOKED),
    /** The issuer put the certificate on hold. */
    SUSPENDED(Term.REGISTRATION_SUSPENDED),
    /** The certificate's validity has not begun. */
    NOT_YET_VALID(Term.REGISTRATION_NOT_YET_VALID),
    /** The certificate is not for people to log in with. */
    NOT_FOR_LOGIN(Term.REGISTRATION_NOT_FOR_LOGIN),
    /** The certificate has no DoD ID number in it. */
    NO_DOD_ID_NUMBER(Term.REGISTRATION_NO_NUMBER),
    /** Nobody could say whether the certificate is still good. */
    NOT_CHECKED(Term.REGISTRATION_NOT_CHECKED),
    /** The certificate's validity is over. */
    EXPIRED(Term.REGISTRATION_EXPIRED),
    /** A password that another one took the place of. */
    OLDER_PASSWORD(Term.REGISTRATION_OLDER_PASSWORD),
    /** The password is none of the account's. */
    WRONG_PASSWORD(Term.REGISTRATION_WRONG_PASSWORD);

    private final Term term;

    RegistrationRefusal(Term term) {
        this.term = term;
    }

    /** What the portal's description has to say for this to be recognised. */
    public Term term() {
        return term;
    }

    static Optional<RegistrationRefusal> saidBy(PortalScreen screen) {
        return screen.firstShown(Arrays.stream(values()).map(RegistrationRefusal::term))
                .flatMap(shown -> Arrays.stream(values())
                        .filter(refusal -> refusal.term == shown)
                        .findFirst());
    }
}
