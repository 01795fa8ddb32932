package org.cacharness.drivers.chromium;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The windows of one screen: which are shown, what they are called, and which has the keyboard. */
final class ScreenWindows {
    private static final int GET_WINDOW_ATTRIBUTES = 3;
    private static final int QUERY_TREE = 15;
    private static final int INTERN_ATOM = 16;
    private static final int GET_PROPERTY = 20;
    private static final int GET_INPUT_FOCUS = 43;

    private static final int FIRST_FIELD = 8;
    private static final int PARENT = 12;
    private static final int CHILDREN = 16;
    private static final int LENGTH = 16;
    private static final int MAP_STATE = 26;
    private static final byte VIEWABLE = 2;
    private static final int CONTENT = 32;
    private static final int LONGEST_NAME = 256;
    /** {@code None} and {@code PointerRoot}: nobody in particular has the keyboard. */
    private static final int NO_WINDOW = 1;

    private final XConnection server;
    private final int root;
    private final int nameProperty;

    ScreenWindows(XConnection server) {
        this.server = server;
        ByteBuffer welcome = server.welcome();
        int vendor = welcome.getShort(16);
        int formats = welcome.get(21);
        this.root = welcome.getInt(32 + (vendor + 3) / 4 * 4 + 8 * formats);
        this.nameProperty = atom("_NET_WM_NAME");
    }

    /** The root window's number, which requests for the whole screen name. */
    int root() {
        return root;
    }

    /** Those that are shown and have a name, the ones above last. */
    List<Window> shown() {
        List<Window> shown = new ArrayList<>();
        for (int window : children(root)) {
            if (isViewable(window)) {
                name(window).ifPresent(name -> shown.add(new Window(window, name)));
            }
        }
        return shown;
    }

    /** The name of the window that has the keyboard, or of the next one around it that has a name; else an empty text. */
    String focused() {
        int window = server.ask(XConnection.request(GET_INPUT_FOCUS, 0, 0))
                .map(reply -> reply.getInt(FIRST_FIELD))
                .orElse(0);
        while (Integer.compareUnsigned(window, NO_WINDOW) > 0) {
            Optional<String> name = name(window);
            if (name.isPresent()) {
                return name.get();
            }
            window = parent(window);
        }
        return "";
    }

    private List<Integer> children(int window) {
        List<Integer> children = new ArrayList<>();
        server.ask(about(QUERY_TREE, window)).ifPresent(reply -> {
            for (int i = 0; i < reply.getShort(CHILDREN); i++) {
                children.add(reply.getInt(CONTENT + 4 * i));
            }
        });
        return children;
    }

    private int parent(int window) {
        return server.ask(about(QUERY_TREE, window))
                .map(reply -> reply.getInt(PARENT))
                .orElse(0);
    }

    private boolean isViewable(int window) {
        return server.ask(about(GET_WINDOW_ATTRIBUTES, window))
                .filter(reply -> reply.get(MAP_STATE) == VIEWABLE)
                .isPresent();
    }

    private Optional<String> name(int window) {
        ByteBuffer request = XConnection.request(GET_PROPERTY, 0, 20)
                .putInt(window)
                .putInt(nameProperty)
                .putInt(0)
                .putInt(0)
                .putInt(LONGEST_NAME / 4);
        return server.ask(request).map(ScreenWindows::text).filter(name -> !name.isEmpty());
    }

    private static String text(ByteBuffer reply) {
        byte[] bytes = new byte[reply.getInt(LENGTH)];
        reply.get(CONTENT, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The number under which the server knows a word. */
    int atom(String name) {
        ByteBuffer request = XConnection.request(INTERN_ATOM, 0, 4 + name.length())
                .putShort((short) name.length())
                .putShort((short) 0)
                .put(name.getBytes(StandardCharsets.US_ASCII));
        return server.ask(request)
                .map(reply -> reply.getInt(FIRST_FIELD))
                .orElseThrow(() -> new IllegalStateException("X server: expected an atom for " + name + ", got none"));
    }

    private static ByteBuffer about(int operation, int window) {
        return XConnection.request(operation, 0, 4).putInt(window);
    }

    /**
     * One window.
     *
     * @param id its number at the server; another window gets another one
     * @param name as its title has it
     */
    record Window(int id, String name) {}
}
