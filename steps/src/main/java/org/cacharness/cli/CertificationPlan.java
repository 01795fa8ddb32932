package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a certification will do to the card, told before it does anything.
 *
 * @param environment card path and browser
 * @param options of every run
 * @param parts in their order
 * @param sentences the steps of their scenarios
 * @param signer the words of {@code --sign-with}
 */
record CertificationPlan(
        String environment,
        List<String> options,
        List<CertificationPart> parts,
        List<String> sentences,
        List<String> signer) {
    private static final int DIGITS = 8;

    CertificationPlan {
        options = List.copyOf(options);
        parts = List.copyOf(parts);
        sentences = List.copyOf(sentences);
        signer = List.copyOf(signer);
    }

    /** A word for this plan and no other: whoever says it has read it. */
    String digest() {
        return digest("");
    }

    /** The same for the plan with parts that are done again. */
    String digest(List<CertificationPart> again) {
        return digest(again.stream().map(part -> " again " + part.number()).collect(Collectors.joining()));
    }

    private String digest(String more) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((this + more).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: expected a JDK with it, got " + e, e);
        }
    }

    /** How many PINs it presents, those of parts that are over among them. */
    int presentations() {
        return parts.stream().mapToInt(CertificationPart::presentations).sum() + (signsWithOwnCard() ? 1 : 0);
    }

    /** Whether the real card signs, which takes another presentation. */
    boolean signsWithOwnCard() {
        return signer.get(0).equals(SigningChoice.OWN_CARD);
    }

    /**
     * Prints it.
     *
     * @param standing how far each part is, in a few words or none
     */
    void print(PrintWriter out, Function<CertificationPart, String> standing) {
        out.println("Plan " + digest() + " for " + environment);
        for (CertificationPart part : parts) {
            out.println(String.format("  %2d  %s%s", part.number(), part.words(), standing.apply(part)));
        }
        out.println("  PIN      " + times() + "; a part that presents one is a run of its own");
        out.println("  written  nothing on the card");
        out.println("  then     one report of all parts, packed as evidence, signed with " + String.join(" ", signer)
                + (signsWithOwnCard() ? ", 1 PIN presentation to the card in the reader" : ""));
        out.flush();
    }

    private String times() {
        return switch (presentations()) {
            case 0 -> "never presented";
            case 1 -> "presented once, never after a refusal";
            default -> "presented " + presentations() + " times, never after a refusal";
        };
    }

    /** How far a part is. */
    static String standing(CertificationPart part, CertificationRecord record) {
        if (record.isInterrupted(part)) {
            return part.presentsPin()
                    ? "   INTERRUPTED: its PIN may have been presented"
                    : "   interrupted, begins again";
        }
        return record.code(part)
                .map(code -> code == ExitCode.PASSED ? "   done" : "   done, exit code " + code)
                .orElse(record.isOver(part) ? "   left out" : "");
    }
}
