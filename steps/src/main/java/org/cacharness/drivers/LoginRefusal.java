package org.cacharness.drivers;

import java.util.Arrays;
import java.util.Optional;

/** Why the portal lets nobody in. */
public enum LoginRefusal {
    /** Username and password do not belong together. */
    WRONG_PASSWORD("The username or the password is wrong"),
    /** A password that another one took the place of. */
    OLDER_PASSWORD("This is an older password"),
    /** The password was valid for a time that is over. */
    PASSWORD_EXPIRED("Your password has expired"),
    /** The CAC is not registered with any account. */
    CAC_NOT_REGISTERED("Your CAC is not registered"),
    /** The issuer took the certificate back. */
    REVOKED("This certificate is revoked"),
    /** The issuer put the certificate on hold. */
    SUSPENDED("This certificate is suspended"),
    /** The certificate's validity is over. */
    EXPIRED("This certificate has expired"),
    /** The certificate's validity has not begun. */
    NOT_YET_VALID("This certificate is not yet valid"),
    /** The certificate is not for people to log in with. */
    NOT_FOR_LOGIN("This certificate is not for logging in"),
    /** Nobody could say whether the certificate is still good. */
    NOT_CHECKED("The certificate could not be checked"),
    /** The browser presented no certificate. */
    NO_CERTIFICATE("No certificate was presented");

    private final String words;

    LoginRefusal(String words) {
        this.words = words;
    }

    static Optional<LoginRefusal> saidBy(Screen screen) {
        String text = Screen.normal(screen.text());
        return Arrays.stream(values())
                .filter(refusal -> text.contains(Screen.normal(refusal.words)))
                .findFirst();
    }
}
