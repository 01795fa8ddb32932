package org.cacharness.evidence;

import java.security.cert.X509Certificate;
import java.util.List;

/** What looking at a file says of it as an evidence pack. */
public sealed interface Inspection {
    /**
     * Every byte is as it was signed.
     *
     * @param signers the signer's certificate, then its issuers, as they are in the signature; nobody has vouched for them yet
     * @param files how many, manifest and signature not counted
     * @param bytes of their contents
     */
    record Intact(List<X509Certificate> signers, int files, long bytes) implements Inspection {}

    /**
     * It is a pack, and not as it was signed.
     *
     * @param problems each names a file or a part of the zip file, and where it can the byte
     */
    record Altered(List<String> problems) implements Inspection {
        public Altered {
            problems = List.copyOf(problems);
        }
    }

    /**
     * It is no pack that this version reads.
     *
     * @param reason one line
     */
    record NoPack(String reason) implements Inspection {}
}
