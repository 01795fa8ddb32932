package org.cacharness.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cacharness.drivers.Exchange;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.TrafficListener.Handshake;
import org.cacharness.secrets.Leak;
import org.cacharness.secrets.SecretKind;
import org.cacharness.secrets.SecretScanner;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/** Keeps the conversations of a run, and writes those of which something can be had. Safe for several threads. */
public final class Recorder {
    private static final String FAILED = "it did not pass when it was recorded";
    private static final String SAME_TITLE = "another scenario has its title, by which it would be found";

    private final List<Conversation> conversations = new ArrayList<>();
    private @Nullable Portal live;

    /**
     * Listens to a scenario.
     *
     * @param portal whom a member asks first
     * @param secrets of the run
     */
    public synchronized Witness listen(Portal portal, Secrets secrets) {
        live = portal;
        Conversation conversation = new Conversation(portal.address(), secrets);
        conversations.add(conversation);
        return conversation;
    }

    /**
     * What came of it.
     *
     * @param stubs how many were written
     * @param recorded how many scenarios can be replayed
     * @param obstacles scenarios that cannot, with the reason, by title
     * @param leaks secrets, and people, that stand in what was written; it is not to be kept then
     */
    public record Outcome(int stubs, int recorded, Map<String, String> obstacles, List<Leak> leaks) {}

    /**
     * Writes the recording.
     *
     * @param folder that is there and empty
     * @param version of the harness
     * @param description file of the portal's words
     * @param passed titles of the scenarios that passed
     */
    public synchronized Outcome write(Path folder, String version, Path description, Set<String> passed)
            throws IOException {
        Portal portal = Objects.requireNonNull(live, "a scenario that was listened to");
        Secrets personal = Secrets.hidingPeople();
        List<Contents.Scenario> scenarios = new ArrayList<>();
        Map<String, String> obstacles = new LinkedHashMap<>();
        Set<String> titles = new HashSet<>();
        for (Conversation conversation : conversations) {
            String obstacle = obstacle(conversation, passed, titles);
            if (obstacle != null) {
                obstacles.put(conversation.title(), obstacle);
            }
            scenarios.add(write(folder, conversation, personal, obstacle));
        }
        Files.write(folder.resolve(Contents.DESCRIPTION), personal.mask(Files.readAllBytes(description)));
        Contents contents = new Contents(
                Contents.FORMAT,
                Contents.KIND,
                version,
                Instant.now().toString(),
                portal.description().name(),
                portal.address().getRawPath(),
                scenarios);
        Contents.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(Contents.NAME).toFile(), contents);
        return new Outcome(
                scenarios.stream()
                        .flatMap(scenario -> scenario.servers().stream())
                        .mapToInt(Contents.Server::stubs)
                        .sum(),
                scenarios.size() - obstacles.size(),
                obstacles,
                leaks(folder, personal));
    }

    private static @Nullable String obstacle(Conversation conversation, Set<String> passed, Set<String> titles) {
        if (!titles.add(conversation.title())) {
            return SAME_TITLE;
        }
        return passed.contains(conversation.title()) ? conversation.obstacle() : FAILED;
    }

    private Contents.Scenario write(Path folder, Conversation conversation, Secrets personal, @Nullable String obstacle)
            throws IOException {
        String key = Contents.keyOf(conversation.title());
        if (obstacle != null) {
            return new Contents.Scenario(key, "", obstacle, List.of());
        }
        UnaryOperator<String> hidden = hidden(conversation, personal);
        String name = hidden.apply(conversation.title())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("recorded-(person-\\d+|certificate-\\d+)-word-\\d+", "$1")
                        .replaceAll("[^a-z0-9]+", "-")
                + "-" + key;
        Set<String> cookies = conversation.exchanges().stream()
                .flatMap(exchange -> exchange.cookies().keySet().stream())
                .collect(Collectors.toSet());
        List<Contents.Server> servers = new ArrayList<>();
        for (String server : conversation.servers()) {
            String place = "server-" + (servers.size() + 1);
            List<Exchange> exchanges = conversation.exchangesWith(server);
            new StubFiles(folder.resolve(name).resolve(place), hidden, cookies).write(exchanges);
            servers.add(server(place, exchanges.size(), conversation.handshake(server)));
        }
        return new Contents.Scenario(key, name, null, servers);
    }

    private static Contents.Server server(String place, int stubs, Handshake handshake) {
        return new Contents.Server(
                place,
                stubs,
                handshake.asksForCertificate(),
                handshake.authorities() > 0,
                handshake.protocol(),
                handshake.suite());
    }

    /** Placeholders first; what they do not know and must not be written is masked. */
    private static UnaryOperator<String> hidden(Conversation conversation, Secrets personal) {
        Placeholders placeholders = conversation.placeholders();
        for (Exchange exchange : conversation.exchanges()) {
            Tokens.cookies(exchange).forEach(cookie -> hide(cookie, placeholders::cookie, personal));
            Tokens.in(exchange).forEach(token -> hide(token, placeholders::token, personal));
        }
        conversation.certificates().forEach(certificate -> personal.hideHolder(certificate, Set.of()));
        Secrets secrets = conversation.secrets();
        return text -> personal.mask(secrets.mask(placeholders.hide(text)));
    }

    private static void hide(String value, Consumer<String> placeholder, Secrets personal) {
        placeholder.accept(value);
        personal.register(SecretKind.SESSION_COOKIE, value.toCharArray());
    }

    private List<Leak> leaks(Path folder, Secrets personal) throws IOException {
        List<Leak> leaks = new ArrayList<>(new SecretScanner(personal).scan(folder));
        for (Secrets secrets : conversations.stream().map(Conversation::secrets).collect(Collectors.toSet())) {
            leaks.addAll(new SecretScanner(secrets).scan(folder));
        }
        return leaks;
    }
}
