package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A window that is spoken to by DevTools. Whoever waits for an answer is open to what the browser asks meanwhile. */
public final class DevToolsWindow implements DevTools {
    private static final int MOST_BODIES = 64 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DevToolsConnection browser;
    private final String id;
    private final String session;
    private final Waiting person;
    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();

    private DevToolsWindow(DevToolsConnection browser, String id, String session, Waiting person) {
        this.browser = browser;
        this.id = id;
        this.session = session;
        this.person = person;
    }

    /** Speaks to a window that is open. */
    public static DevToolsWindow attached(DevToolsConnection browser, String id, Waiting person) {
        JsonNode answer = browser.ask("Target.attachToTarget", Map.of("targetId", id, "flatten", true));
        DevToolsWindow window =
                new DevToolsWindow(browser, id, answer.path("sessionId").asText(), person);
        browser.listen(window.session, window.events::add);
        window.askAll(List.of(
                new Command("Page.enable", Map.of()),
                new Command(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of("source", PageScripts.WATCH, "runImmediately", true)),
                // As in a window that is in front, whichever is
                new Command("Emulation.setFocusEmulationEnabled", Map.of("enabled", true))));
        return window;
    }

    /** From now on keeps what it sends and receives. */
    public DevToolsWindow withNetwork() {
        ask("Network.enable", Map.of());
        return this;
    }

    /** The same, and bodies stay until they are asked for, also those of pages that were left. */
    public DevToolsWindow withWholeNetwork() {
        ask("Network.enable", Map.of("enableDurableMessages", true, "maxTotalBufferSize", MOST_BODIES));
        return this;
    }

    /** Whether events of this session are this window's. */
    public boolean hasSession(String named) {
        return session.equals(named);
    }

    /** Its handle, as WebDriver has it too. */
    public String id() {
        return id;
    }

    /** What happened in it since this was last asked, in order. */
    public List<JsonNode> takeEvents() {
        List<JsonNode> taken = new ArrayList<>();
        for (JsonNode event = events.poll(); event != null; event = events.poll()) {
            taken.add(event);
        }
        return taken;
    }

    /** From now on what happens in it is told at once, in the thread that reads, and not kept. */
    public void tellAtOnce(Consumer<JsonNode> listener) {
        browser.listen(session, listener);
    }

    /** Sends a command and does not wait. */
    public CompletableFuture<JsonNode> send(String command, Map<String, ?> parameters) {
        return browser.send(session, command, parameters);
    }

    @Override
    public JsonNode ask(String command, Map<String, ?> parameters) {
        return DevToolsConnection.answer(command, send(command, parameters), person);
    }

    /**
     * Sends commands one after the other, and waits until all are answered. They are for input and settings, which the browser answers
     * whatever its pages wait for. So nobody attends to a dialog meanwhile, who would take the last answer for a page that has gone on.
     */
    void askAll(List<Command> commands) {
        List<CompletableFuture<JsonNode>> sent = new ArrayList<>();
        commands.forEach(command -> sent.add(send(command.method(), command.parameters())));
        for (int at = 0; at < sent.size(); at++) {
            DevToolsConnection.answer(commands.get(at).method(), sent.get(at), Waiting.PLAIN);
        }
    }

    /**
     * Goes to a page, and waits until its document begins; the browser's own page about an error, if there is one.
     *
     * @return what is wrong, as Chromium names it, or an empty text
     */
    public String show(String address) {
        return ask("Page.navigate", Map.of("url", address)).path("errorText").asText();
    }

    /**
     * Loads the page again, as the reload button does. Chromium keeps back what a page is asked while the browser turns to another one, so the
     * new page answers.
     */
    public void reload() {
        ask("Page.reload", Map.of());
    }

    /**
     * The value of a function of the page.
     *
     * @param body of the function; its arguments are in {@code arguments}
     * @throws DevToolsException if it failed, or the page was replaced meanwhile
     */
    JsonNode value(String body, Object... arguments) {
        return evaluated(body, true, arguments).path("value");
    }

    /** The object that a function of the page has found, by which it can be asked later; none where it found nothing. */
    Optional<String> object(String body, Object... arguments) {
        JsonNode found = evaluated(body, false, arguments);
        return found.has("objectId") ? Optional.of(found.path("objectId").asText()) : Optional.empty();
    }

    private JsonNode evaluated(String body, boolean byValue, Object... arguments) {
        String list = JSON.valueToTree(arguments).toString();
        return result(
                "Runtime.evaluate",
                Map.of(
                        "expression",
                        "(function () {" + body + "\n}).apply(null, " + list + ")",
                        "awaitPromise",
                        true,
                        "returnByValue",
                        byValue));
    }

    /** The value of a function that is called on an object, which is {@code this}. */
    JsonNode valueAt(String object, String body, Object... arguments) {
        Map<String, Object> call = new HashMap<>(Map.of(
                "objectId", object, "functionDeclaration", "function () {" + body + "\n}", "returnByValue", true));
        List<Map<String, Object>> given = new ArrayList<>();
        for (Object argument : arguments) {
            given.add(Map.of("value", argument));
        }
        call.put("arguments", given);
        return result("Runtime.callFunctionOn", call).path("value");
    }

    private JsonNode result(String command, Map<String, ?> parameters) {
        JsonNode answer = ask(command, parameters);
        if (answer.has("exceptionDetails")) {
            JsonNode details = answer.path("exceptionDetails");
            String words = details.path("exception").path("description").asText();
            throw new DevToolsException(
                    command, words.isEmpty() ? details.path("text").asText() : words);
        }
        return answer.path("result");
    }

    /**
     * What is asked.
     *
     * @param method its name
     * @param parameters as the protocol has them
     */
    record Command(String method, Map<String, ?> parameters) {
        /** What is sent may be a password. */
        @Override
        public String toString() {
            return method;
        }
    }
}
