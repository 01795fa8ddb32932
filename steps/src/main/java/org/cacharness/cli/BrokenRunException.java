package org.cacharness.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.cacharness.secrets.Secrets;

/** The harness itself failed while scenarios ran. Message and trace are masked: what failed may have held a secret. */
final class BrokenRunException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String trace;

    BrokenRunException(Throwable cause, Secrets secrets) {
        super(secrets.mask(cause.getClass().getSimpleName() + ": " + cause.getMessage()));
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        this.trace = secrets.mask(text.toString());
    }

    @Override
    public void printStackTrace(PrintWriter out) {
        out.println(trace);
    }
}
