package org.cacharness.drivers.chromium;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The keyboard of one screen, by the X server's extension for tests (XTEST, version 2.2).
 *
 * <p>What is typed goes straight from this process to the server, through no other program: nobody else can read it on the way. The
 * JDK's own Robot knows one screen for a JVM, the one that it was started with.
 */
final class Keyboard {
    private static final int SET_INPUT_FOCUS = 42;
    private static final int GET_INPUT_FOCUS = 43;
    private static final int QUERY_EXTENSION = 98;
    private static final int GET_KEYBOARD_MAPPING = 101;
    private static final int FAKE_INPUT = 2;
    private static final int FAKE_INPUT_BYTES = 32;
    private static final byte KEY_PRESS = 2;
    private static final byte KEY_RELEASE = 3;
    private static final int REVERT_TO_PARENT = 2;
    private static final int NOW = 0;
    private static final int KEYSYMS = 32;
    private static final int OLDEST_KEY = 26;
    private static final int NEWEST_KEY = 27;

    private final XConnection server;
    private final ScreenWindows windows;
    private final int extension;
    private final Map<Integer, Byte> codes;

    Keyboard(XConnection server, ScreenWindows windows) {
        this.server = server;
        this.windows = windows;
        this.extension = extension("XTEST");
        this.codes = codes();
    }

    /** The name of the window that has the keyboard, or an empty text. */
    String focusedWindow() {
        return windows.focused();
    }

    /** Gives it to a dialog's window, and back to that window's parent when the window goes. */
    void giveTo(NativeDialog dialog) {
        server.tell(XConnection.request(SET_INPUT_FOCUS, REVERT_TO_PARENT, 8)
                .putInt(dialog.window())
                .putInt(NOW));
        settle();
    }

    /** Presses keys, one after the other. */
    void press(List<Key> keys) {
        keys.forEach(key -> strike(key.keysym));
        settle();
    }

    /** Types digits, and the return key. */
    void enter(char[] digits) {
        for (char digit : digits) {
            strike(digit);
        }
        strike(Key.RETURN.keysym);
        settle();
    }

    private void strike(int keysym) {
        byte code = Objects.requireNonNull(codes.get(keysym), "a key of this keyboard");
        fake(KEY_PRESS, code);
        fake(KEY_RELEASE, code);
    }

    /** The request is zeroed afterwards: a PIN may be read from it. */
    private void fake(byte event, byte code) {
        ByteBuffer request = XConnection.request(extension, FAKE_INPUT, FAKE_INPUT_BYTES)
                .put(event)
                .put(code);
        request.putShort((short) 0).putInt(0).putInt(windows.root());
        server.tell(request);
        request.clear();
        while (request.hasRemaining()) {
            request.put((byte) 0);
        }
    }

    /** Until the server has done all that it was told. */
    private void settle() {
        server.ask(XConnection.request(GET_INPUT_FOCUS, 0, 0));
    }

    private int extension(String name) {
        ByteBuffer request = XConnection.request(QUERY_EXTENSION, 0, 4 + name.length())
                .putShort((short) name.length())
                .putShort((short) 0)
                .put(name.getBytes(StandardCharsets.US_ASCII));
        return server.ask(request)
                .filter(reply -> reply.get(8) != 0)
                .map(reply -> reply.get(9) & 0xFF)
                .orElseThrow(() -> new IllegalStateException("X server: expected the extension " + name
                        + ", it has none: nothing can be typed; is this Xvfb?"));
    }

    /** Which key makes which sign without another key held down. */
    private Map<Integer, Byte> codes() {
        int oldest = server.welcome().get(OLDEST_KEY) & 0xFF;
        int count = (server.welcome().get(NEWEST_KEY) & 0xFF) - oldest + 1;
        ByteBuffer request = XConnection.request(GET_KEYBOARD_MAPPING, 0, 4)
                .put((byte) oldest)
                .put((byte) count);
        ByteBuffer mapping = server.ask(request)
                .orElseThrow(() -> new IllegalStateException("X server: expected its keyboard mapping, got none"));
        int columns = mapping.get(1) & 0xFF;
        Map<Integer, Byte> found = new HashMap<>();
        for (int key = 0; key < count; key++) {
            found.putIfAbsent(mapping.getInt(KEYSYMS + 4 * columns * key), (byte) (oldest + key));
        }
        return found;
    }

    /** Keys that answer a dialog; a digit's keysym is its character. */
    enum Key {
        RETURN(0xFF0D),
        ESCAPE(0xFF1B),
        DOWN(0xFF54);

        private final int keysym;

        Key(int keysym) {
            this.keysym = keysym;
        }
    }
}
