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
    /** The browser presented no certificate. */
    NO_CERTIFICATE("No certificate was presented");

    private final String words;

    LoginRefusal(String words) {
        this.words = words;
    }

    static Optional<LoginRefusal> saidBy(Screen screen) {
        return Arrays.stream(values())
                .filter(refusal -> screen.says(refusal.words))
                .findFirst();
    }
}
