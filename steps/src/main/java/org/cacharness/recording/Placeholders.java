package org.cacharness.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Password;
import org.cacharness.secrets.PersonalWords;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a recording for the words of one run: {@code recorded-server-1}, {@code recorded-person-2-username},
 * {@code recorded-certificate-3-word-4}, {@code recorded-token-5-value},
 * {@code recorded-cookie-6-value}.
 *
 * <p>Subjects are numbered as they come up, and come up in the same order whenever the scenario runs: so the run that replays puts its
 * own words where those of the run that recorded stood. Placeholders consist of letters, digits and hyphens, which stand for themselves
 * in pages, addresses, forms and cookies. Safe for several threads, for servers answer in their own.
 */
public final class Placeholders implements Witness {
    private static final Pattern PLACEHOLDER = Pattern.compile("recorded-[a-z]+-\\d+(?:-[a-z]+(?:-\\d+)?)?");

    private final Map<String, String> byWord = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private @Nullable Pattern known;

    /** The next server: host and port, which are a server's where they follow two slashes. */
    public synchronized void server(String authority) {
        String subject = next("server");
        known = null;
        words.put(subject, authority);
        byWord.putIfAbsent("//" + authority, "//" + subject);
        byWord.putIfAbsent("//" + authority.replaceFirst(":443$", ""), "//" + subject);
    }

    @Override
    public synchronized void person(Member member, Password password) {
        String subject = next("person");
        put(subject + "-password", new String(password.characters()));
        put(subject + "-username", member.username());
        number(subject, PersonalWords.of(member.certificateName()));
    }

    @Override
    public synchronized void certificate(X509Certificate certificate) {
        number(next("certificate"), PersonalWords.of(certificate));
    }

    /**
     * What opens a session, or proves that a form is the portal's. It is never put back. Its number stands within: whoever looks for one
     * in base64 cannot see the last characters of it, and would take each for all others.
     */
    void token(String value) {
        neverPutBack("token", value);
    }

    /**
     * The same of a cookie, which a run takes for a secret whatever its value is: so no page, of this scenario or of another one, may say the
     * same word for something else.
     */
    void cookie(String value) {
        neverPutBack("cookie", value);
    }

    private synchronized void neverPutBack(String subject, String value) {
        if (!byWord.containsKey(value)) {
            String placeholder = next(subject) + "-value";
            put(placeholder, value);
            words.remove(placeholder);
        }
    }

    /** A text of this run, in the words of every run. */
    public synchronized String hide(String text) {
        return byWord.isEmpty()
                ? text
                : known().matcher(text).replaceAll(found -> String.valueOf(byWord.get(found.group())));
    }

    /** The longest word first; and a name within a longer word is not the name. */
    private Pattern known() {
        Pattern pattern = known;
        if (pattern == null) {
            pattern = Pattern.compile(byWord.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")));
            known = pattern;
        }
        return pattern;
    }

    /** A text of every run, in the words of this one; tokens stay. */
    public synchronized String show(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(), found.group())));
    }

    private void number(String subject, List<String> ways) {
        int number = 0;
        for (String way : ways) {
            number++;
            put(subject + "-word-" + number, way);
        }
    }

    private String next(String subject) {
        return "recorded-" + subject + "-" + counted.merge(subject, 1, Integer::sum);
    }

    /** A word that somebody had before stays theirs: the order is the same in every run. Who has no name has an empty one. */
    private void put(String placeholder, String word) {
        known = null;
        words.put(placeholder, word);
        for (String written : List.of(word, escaped(word), URLEncoder.encode(word, StandardCharsets.UTF_8))) {
            if (!written.isBlank()) {
                byWord.putIfAbsent(written, placeholder);
            }
        }
    }

    /** HTML 5.2, 8.1.4. */
    private static String escaped(String word) {
        return word.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }
}
