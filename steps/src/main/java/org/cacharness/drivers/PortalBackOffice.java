package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** What only a mocked portal lets a tester arrange and see. A live portal has none of this. */
public interface PortalBackOffice {
    /** The certificate that the portal holds for the account, as {@code issuer#serial} in hexadecimal. */
    Optional<String> registered(Member member);

    /** Registers a certificate for the account, as if the member had done so earlier. */
    void register(Member member, X509Certificate certificate);

    /** Clears the account's registration, as if the member had done so earlier. */
    void clear(Member member);

    /** The password that was issued last. */
    Password password(Member member);


    /** Issues another password; the one so far becomes the older one. */
    void issueAnotherPassword(Member member);


    /** A password that a member could think of, good enough for the portal's rules. */
    Password newPassword();

    /** Whether the portal asks for the password between Register and the confirmation. */
    void askForPassword(boolean asked);

    /** How many sessions the account has. */
    int sessions(Member member);

    /** The next delivery of the portal's cacheable file is damaged on the way. */
    void corruptNextFile();

    /** The cacheable file as the portal holds it. */
    byte[] cacheableFile();

    /** The path of the cacheable file. */
    String cacheableFilePath();

    /** Moves the portal's clock forward. */
    void pass(Duration time);

    /** How the portal names a certificate: {@code issuer#serial} in hexadecimal, as {@link #registered} gives it. */
    static String nameOf(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName() + "#"
                + certificate.getSerialNumber().toString(16);
    }
}
