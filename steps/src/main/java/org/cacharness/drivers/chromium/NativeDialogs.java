package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The native dialogs that a Chromium shows now: its certificate chooser, which has no X window of its own, and its PIN dialog.
 *
 * <p>Chromium tells of its own windows and views through its UI DevTools ({@code --enable-ui-devtools}): which are made and removed,
 * and the words of a label. A field's content could be read there too; this class never asks for one.
 */
final class NativeDialogs implements AutoCloseable {
    private final Map<Integer, View> views = new LinkedHashMap<>();
    private final UiDevTools tools;

    private NativeDialogs(int port) {
        tools = UiDevTools.connect(port, this::happened);
    }

    /** Connects to a Chromium that is running. */
    static NativeDialogs watch(int port) {
        NativeDialogs dialogs = new NativeDialogs(port);
        dialogs.resume();
        return dialogs;
    }

    /** Begins to be told. Without these questions the browser crashes at the next one, or tells nothing. */
    void resume() {
        tools.ask("DOM.enable", Map.of());
        tools.ask("CSS.enable", Map.of());
        tools.ask("DOM.getDocument", Map.of());
    }

    /** Is not told any more; no dialog may be open. */
    void pause() {
        tools.ask("CSS.disable", Map.of());
        tools.ask("DOM.disable", Map.of());
        synchronized (this) {
            views.clear();
        }
    }

    /** The dialog that was opened last, of those that are open. */
    synchronized Optional<NativeDialog> front() {
        Optional<NativeDialog> last = Optional.empty();
        for (Map.Entry<Integer, View> view : views.entrySet()) {
            Optional<NativeDialog.Kind> kind =
                    NativeDialog.Kind.of(view.getValue().name());
            if (kind.isPresent()) {
                last = Optional.of(new NativeDialog(view.getKey(), kind.get()));
            }
        }
        return last;
    }

    /** Whether a dialog is still open. */
    synchronized boolean isOpen(NativeDialog dialog) {
        return views.containsKey(dialog.id());
    }

    /** All that can be read on a dialog. */
    String words(NativeDialog dialog) {
        List<String> words = new ArrayList<>();
        for (int label : inside(dialog, "Label")) {
            property(label, "Text").filter(text -> !text.isBlank()).ifPresent(words::add);
        }
        return String.join(" ", words);
    }

    /** How many rows a dialog's table has; nothing while it has no table yet. */
    OptionalInt rows(NativeDialog dialog) {
        return inside(dialog, "TableView").stream()
                .flatMap(table -> property(table, "RowCount").stream())
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    @Override
    public void close() {
        tools.close();
    }

    private synchronized List<Integer> inside(NativeDialog dialog, String name) {
        return views.entrySet().stream()
                .filter(view -> view.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .filter(id -> isInside(id, dialog.id()))
                .toList();
    }

    private boolean isInside(int id, int ancestor) {
        View view = views.get(id);
        return view != null && (view.parent() == ancestor || isInside(view.parent(), ancestor));
    }

    /** A view's properties come as if they were style sheets. */
    private Optional<String> property(int id, String name) {
        JsonNode rules =
                tools.ask("CSS.getMatchedStylesForNode", Map.of("nodeId", id)).path("matchedCSSRules");
        for (JsonNode rule : rules) {
            for (JsonNode property : rule.path("rule").path("style").path("cssProperties")) {
                if (property.path("name").asText().equals(name)) {
                    return Optional.of(property.path("value").asText());
                }
            }
        }
        return Optional.empty();
    }

    private synchronized void happened(String event, JsonNode parameters) {
        if (event.equals("DOM.childNodeInserted")) {
            add(parameters.path("node"), parameters.path("parentNodeId").asInt());
        } else if (event.equals("DOM.childNodeRemoved")) {
            views.remove(parameters.path("nodeId").asInt());
        }
    }

    private void add(JsonNode node, int parent) {
        int id = node.path("nodeId").asInt();
        views.put(id, new View(parent, nameOf(node)));
        node.path("children").forEach(child -> add(child, id));
    }

    /** Attributes are a list of names and values; only views have a class. */
    private static String nameOf(JsonNode node) {
        JsonNode attributes = node.path("attributes");
        return attributes.path(0).asText().equals("class") ? attributes.path(1).asText() : "";
    }

    private record View(int parent, String name) {}
}
