package org.cacharness.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cacharness.secrets.Secrets;

/**
 * The saved pages of a report, each different one once.
 *
 * <p>Each gets a policy that forbids scripts and anything from outside: a page from a portal is shown, it does not act.
 */
final class PageStore {
    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + "style-src 'unsafe-inline'; img-src data:; form-action 'none'\">";
    private static final Pattern LINK = Pattern.compile("<link rel=\"stylesheet\" href=\"([0-9a-f]+\\.css)\">");
    /** The folder of the pages within a report. */
    static final String FOLDER = "pages";

    private static final int NAME_LENGTH = 16;

    private final Map<String, String> styles = new ConcurrentHashMap<>();
    private final Path folder;
    private final Secrets secrets;

    PageStore(Path report, Secrets secrets) {
        this.folder = report.resolve(FOLDER);
        this.secrets = secrets;
    }

    /** Keeps a style sheet for the pages that link it by this name. */
    void keepStyle(String name, byte[] css) {
        styles.put(name, secrets.mask(new String(css, UTF_8)));
    }

    /**
     * Keeps a page.
     *
     * @return its path within the report
     */
    synchronized String keep(byte[] page) {
        String safe = withPolicy(withStyles(secrets.mask(new String(page, UTF_8))));
        byte[] content = safe.getBytes(UTF_8);
        String name = digest(content).substring(0, NAME_LENGTH) + ".html";
        try {
            if (Files.notExists(folder)) {
                Files.createDirectory(folder);
            }
            Path file = folder.resolve(name);
            if (Files.notExists(file)) {
                Files.write(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keep a page of the report in " + folder, e);
        }
        return FOLDER + "/" + name;
    }

    /** A page opens alone, too, so its style sheets are put into it. */
    private String withStyles(String page) {
        return LINK.matcher(page).replaceAll(link -> {
            String css = styles.get(link.group(1));
            return Matcher.quoteReplacement(css == null ? link.group() : "<style>" + css + "</style>");
        });
    }

    private static String withPolicy(String page) {
        return HEAD.matcher(page).find()
                ? HEAD.matcher(page).replaceFirst(head -> Matcher.quoteReplacement(head.group() + POLICY))
                : POLICY + page;
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: every JDK has it", e);
        }
    }
}
