package org.cacharness.drivers;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.cacharness.edge.Refusal;

/**
 * Step 3 of the procedure at a real computer with real CAC software: a person does it, told in the procedure's words, and it counts
 * as done when the card's certificate is in the operating system's store.
 */
public final class ConsoleByHand {
    private static final int HEXADECIMAL = 16;

    private final CertificateStore store;
    private final Operator operator;

    /**
     * Asks a person.
     *
     * @param store where the effect is seen
     * @param operator the person
     */
    public ConsoleByHand(CertificateStore store, Operator operator) {
        this.store = store;
        this.operator = operator;
    }

    /**
     * Has the certificates made available; where they are already, that is recorded and nobody is asked.
     *
     * @param middleware which CAC software
     * @param card the card's certificates, first the one that is waited for
     * @param record gets a line for what was asked, and one for what came of it
     * @return those of the card's that are in the store now
     * @throws Refusal if nobody is there, or the first is not in the store in time
     */
    public List<X509Certificate> makeAvailable(
            Middleware middleware, List<X509Certificate> card, Consumer<String> record) {
        X509Certificate awaited = card.get(0);
        String effect = "the certificate of serial number "
                + awaited.getSerialNumber().toString(HEXADECIMAL) + ", the CAC's, is in " + store.name();
        if (store.has(awaited)) {
            record.accept("Nobody was asked to make certificates available: " + effect + " already");
        } else {
            operator.ask(words(middleware), effect, limit -> store.gains(awaited, limit), record);
        }
        List<X509Certificate> there = store.certificates();
        return card.stream().filter(there::contains).toList();
    }

    /** The documented way, in the procedure's words. */
    static String words(Middleware middleware) {
        return switch (middleware) {
            case ACTIVCLIENT ->
                "Go to the Windows Start menu. Click on 'Programs'. Locate the 'ActivIdentity' folder. Highlight"
                        + " 'ActivClient', and then select 'User Console'. Go to the 'Tools' pull down menu, to 'Advanced',"
                        + " and select 'Make Certificates Available to Windows'. A screen should appear, informing you your"
                        + " certificates have been made available to Windows: click on the 'OK' button, and close out of"
                        + " the ActivClient window.";
            case ACTIVCARD_GOLD ->
                "Go to the Windows Start menu. Click on 'Programs'. Locate the 'Active Card Gold Folder'. Select 'Active"
                        + " Card Gold Utilities'. Select 'Tools', and highlight 'Register Certificates'. You will receive a"
                        + " prompt asking if you want to do the task: click on the 'YES' button. You should receive a"
                        + " message that says your certificate has been successfully installed: click on the 'OK' button."
                        + " Close out of the ActivCard Utilities window.";
        };
    }
}
