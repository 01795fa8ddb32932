package org.cacharness.evidence;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Checks a signature while the contents are hashed. In a new JVM most of the time goes into loading what reads CMS, and the hashes
 * need not wait for it: nothing of the manifest is believed before {@link #signers} has returned.
 */
final class SignatureThread {
    private final FutureTask<List<X509Certificate>> check;

    private SignatureThread(FutureTask<List<X509Certificate>> check) {
        this.check = check;
    }

    static SignatureThread start(SignatureCheck signature) {
        FutureTask<List<X509Certificate>> task = new FutureTask<>(signature::signers);
        Thread thread = new Thread(task, "signature of the pack");
        thread.setDaemon(true);
        thread.start();
        return new SignatureThread(task);
    }

    /**
     * Waits for the result.
     *
     * @return the signers, see {@link SignatureCheck#signers}
     * @throws AlteredException if manifest or signature is not what was signed
     */
    List<X509Certificate> signers() throws AlteredException {
        try {
            return check.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AlteredException altered) {
                throw altered;
            }
            throw new IllegalStateException("Check a signature", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Check a signature: interrupted", e);
        }
    }
}
