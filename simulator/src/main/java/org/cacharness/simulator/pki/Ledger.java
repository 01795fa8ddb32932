package org.cacharness.simulator.pki;

import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What one authority issued, and what it took back. */
final class Ledger {
    private final Set<BigInteger> issued = ConcurrentHashMap.newKeySet();
    private final Map<BigInteger, Entry> revoked = new ConcurrentHashMap<>();

    /** One line of the CRL (RFC 5280, 5.1.2.6). */
    record Entry(CRLReason reason, Instant since) {
        @SuppressWarnings("EnumOrdinal") // CRLReason is declared in the order of the standard's codes, gap included
        int code() {
            return reason.ordinal();
        }
    }

    void enter(BigInteger serial) {
        issued.add(serial);
    }

    boolean knows(BigInteger serial) {
        return issued.contains(serial);
    }

    /** A hold may become a revocation; a revocation is final and keeps its first reason. */
    void revoke(BigInteger serial, CRLReason reason, Instant since) {
        revoked.merge(
                serial,
                new Entry(reason, since),
                (before, now) -> before.reason() == CRLReason.CERTIFICATE_HOLD ? now : before);
    }

    void reinstate(BigInteger serial) {
        Entry entry = revoked.get(serial);
        if (entry != null && entry.reason() != CRLReason.CERTIFICATE_HOLD) {
            throw new IllegalStateException("reinstate certificate " + serial.toString(16)
                    + ": expected a suspended one, it is revoked for " + entry.reason()
                    + ": only a suspension can be lifted, issue a new card");
        }
        revoked.remove(serial);
    }

    Optional<Entry> revocation(BigInteger serial) {
        return Optional.ofNullable(revoked.get(serial));
    }

    Map<BigInteger, Entry> revocations() {
        return new TreeMap<>(revoked);
    }
}
