package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The portal from behind, where a mocked one lets a tester arrange and see everything. A live one has of this only what can be had by
 * its front door, and refuses the rest: steps that need the rest say so, and are not run there.
 */
public interface PortalBackOffice {
    /**
     * The certificate that the portal holds for the account, as {@code issuer#serial} in hexadecimal; where that cannot be seen, some
     * word for that it holds one.
     */
    Optional<String> registered(Member member);

    /** Whether the portal holds this certificate for the account. */
    default boolean holds(Member member, X509Certificate certificate) {
        return registered(member).equals(Optional.of(nameOf(certificate)));
    }

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

    /** How many sessions the account has, where that can be seen. */
    OptionalInt sessions(Member member);

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
