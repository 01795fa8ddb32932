package org.cacharness.drivers.chromium;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Windows that a test opens on a screen, as a browser does. */
final class ShownWindows {
    private static final int CREATE_WINDOW = 1;
    private static final int DESTROY_WINDOW = 4;
    private static final int MAP_WINDOW = 8;
    private static final int UNMAP_WINDOW = 10;
    private static final int CHANGE_PROPERTY = 18;
    private static final int SET_INPUT_FOCUS = 42;

    private final XConnection server;
    private final ScreenWindows windows;
    private int made;

    ShownWindows(XConnection server) {
        this.server = server;
        this.windows = new ScreenWindows(server);
    }

    /** Shows a window; without a name where that is empty. */
    int open(String name, int parent) {
        ByteBuffer welcome = server.welcome();
        int window = welcome.getInt(4) | ++made;
        ByteBuffer create =
                XConnection.request(CREATE_WINDOW, 0, 28).putInt(window).putInt(parent);
        create.putShort((short) 0).putShort((short) 0).putShort((short) 100).putShort((short) 100);
        server.tell(create);
        if (!name.isEmpty()) {
            name(window, name);
        }
        tell(MAP_WINDOW, window);
        return window;
    }

    void hide(int window) {
        tell(UNMAP_WINDOW, window);
    }

    void destroy(int window) {
        tell(DESTROY_WINDOW, window);
    }

    /** Gives it the keyboard. */
    void focus(int window) {
        server.tell(XConnection.request(SET_INPUT_FOCUS, 1, 8).putInt(window).putInt(0));
    }

    private void name(int window, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int property = windows.atom("_NET_WM_NAME");
        int type = windows.atom("UTF8_STRING");
        ByteBuffer change = XConnection.request(CHANGE_PROPERTY, 0, 20 + text.length)
                .putInt(window)
                .putInt(property)
                .putInt(type)
                .putInt(8)
                .putInt(text.length)
                .put(text);
        server.tell(change);
    }

    private void tell(int operation, int window) {
        server.tell(XConnection.request(operation, 0, 4).putInt(window));
    }
}
