package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The certificates that the CAC software has made available to the browsers of one computer.
 *
 * <p>A certificate stays in the list when the card is pulled, as it does in the Windows store.
 */
public final class CertificateList {
    private final CopyOnWriteArrayList<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private final Runnable whenPublished;

    /** An empty list that nobody but its browsers looks at. */
    public CertificateList() {
        this(() -> {});
    }

    /**
     * An empty list.
     *
     * @param whenPublished is run whenever the CAC software makes certificates available
     */
    public CertificateList(Runnable whenPublished) {
        this.whenPublished = whenPublished;
    }

    /** Adds the certificates that are not in the list yet. */
    public void publish(List<X509Certificate> published) {
        certificates.addAllAbsent(published);
        whenPublished.run();
    }

    /** The certificates in the order in which they were published. */
    public List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }
}
