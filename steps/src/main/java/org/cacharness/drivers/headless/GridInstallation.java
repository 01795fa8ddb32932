package org.cacharness.drivers.headless;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cacharness.bridge.Gate;

/**
 * What one round of scenarios has on a Grid: its sessions, and on this machine the gate to their bridges and the certificate chooser.
 * Closing it ends all of them.
 *
 * <p>The nodes' Chromium knows nothing of the test PKI. It is told one public key, that of the bridges: a certificate with it is taken, and
 * each other one is checked as always. A portal whose certificate is no good shows its own, so it is refused.
 */
public final class GridInstallation implements AutoCloseable {
    private final URI grid;
    private final X509Certificate bridge;
    private final CertificateChooser chooser;
    private final Gate gate;
    private final ConcurrentLinkedQueue<GridSession> running = new ConcurrentLinkedQueue<>();
    private final Thread hook = new Thread(this::end, "grid-end");

    private GridInstallation(URI grid, X509Certificate bridge, CertificateChooser chooser, Gate gate) {
        this.grid = grid;
        this.bridge = bridge;
        this.chooser = chooser;
        this.gate = gate;
    }

    /**
     * Prepares it; the Grid is not asked yet.
     *
     * @param grid its address
     * @param port of the gate; 0 for a free one
     * @param bridge the certificate that all bridges show
     */
    public static GridInstallation prepare(URI grid, int port, X509Certificate bridge) {
        CertificateChooser chooser = CertificateChooser.start();
        try {
            GridInstallation installation =
                    new GridInstallation(grid, bridge, chooser, Gate.open(port, chooser.address()));
            Runtime.getRuntime().addShutdownHook(installation.hook);
            return installation;
        } catch (RuntimeException failed) {
            chooser.close();
            throw failed;
        }
    }

    /** For one thread that runs scenarios: its computers share a session, where scenarios do not want their own. */
    public BridgedWorker worker() {
        return new GridWorker(this);
    }

    CertificateChooser chooser() {
        return chooser;
    }

    Gate gate() {
        return gate;
    }

    /** Where a browser finds the gate, as Chromium writes it: for all schemes, and for this machine's names too. */
    String proxy() {
        return gate.address().getAddress().getHostAddress() + ":"
                + gate.address().getPort();
    }

    GridSession start() {
        GridSession started = GridSession.start(grid, arguments());
        running.add(started);
        return started;
    }

    void end(GridSession ended) {
        ended.browser().close();
        running.remove(ended);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(HeadlessInstallation.ARGUMENTS);
        arguments.add("--headless=new");
        arguments.add("--proxy-server=" + proxy());
        arguments.add("--proxy-bypass-list=<-loopback>");
        arguments.add("--ignore-certificate-errors-spki-list=" + publicKey());
        return arguments;
    }

    /** As Chromium wants it: SHA-256 of the SubjectPublicKeyInfo (RFC 5280, 4.1), in base64. */
    private String publicKey() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(bridge.getPublicKey().getEncoded());
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256: expected in every JDK, got " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook runs already, and does the same
        }
        end();
    }

    private synchronized void end() {
        running.forEach(session -> session.browser().close());
        running.clear();
        gate.close();
        chooser.close();
    }
}
