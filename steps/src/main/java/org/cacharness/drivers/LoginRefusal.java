package org.cacharness.drivers;

import java.util.Arrays;
import java.util.Optional;
import org.cacharness.description.Term;

/** Why the portal lets nobody in. */
public enum LoginRefusal {
    /** Username and password do not belong together. */
    WRONG_PASSWORD(Term.LOGIN_WRONG_PASSWORD),
    /** A password that another one took the place of. */
    OLDER_PASSWORD(Term.LOGIN_OLDER_PASSWORD),
    /** The password was valid for a time that is over. */
    PASSWORD_EXPIRED(Term.LOGIN_PASSWORD_EXPIRED),
    /** The CAC is not registered with any account. */
    CAC_NOT_REGISTERED(Term.LOGIN_NOT_REGISTERED),
    /** The issuer took the certificate back. */
    REVOKED(Term.LOGIN_REVOKED),
    /** The issuer put the certificate on hold. */
    SUSPENDED(Term.LOGIN_SUSPENDED),
    /** The certificate's validity is over. */
    EXPIRED(Term.LOGIN_EXPIRED),
    /** The certificate's validity has not begun. */
    NOT_YET_VALID(Term.LOGIN_NOT_YET_VALID),
    /** The certificate is not for people to log in with. */
    NOT_FOR_LOGIN(Term.LOGIN_DEVICE),
    /** Nobody could say whether the certificate is still good. */
    NOT_CHECKED(Term.LOGIN_NOT_CHECKED),
    /** The browser presented no certificate. */
    NO_CERTIFICATE(Term.LOGIN_NO_CERTIFICATE);

    private final Term term;

    LoginRefusal(Term term) {
        this.term = term;
    }

    /** What the portal's description has to say for this to be recognised. */
    public Term term() {
        return term;
    }

    static Optional<LoginRefusal> saidBy(PortalScreen screen) {
        return screen.firstShown(Arrays.stream(values()).map(LoginRefusal::term))
                .flatMap(shown -> Arrays.stream(values())
                        .filter(refusal -> refusal.term == shown)
                        .findFirst());
    }
}
