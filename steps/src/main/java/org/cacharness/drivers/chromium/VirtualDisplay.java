package org.cacharness.drivers.chromium;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A screen that nobody sees, one computer's own: which window has the keyboard is decided for each screen, so two computers on one
 * would take the keys from each other.
 */
final class VirtualDisplay implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Pattern NUMBER = Pattern.compile("^(\\d+)\\n");
    private static final String COOKIE_KIND = "MIT-MAGIC-COOKIE-1";
    private static final int COOKIE_LENGTH = 16;
    private static final int ANY_HOST = 0xFFFF;

    private final GuardedProcess server;
    private final XConnection client;
    private final Map<String, String> environment;

    private VirtualDisplay(GuardedProcess server, XConnection client, Map<String, String> environment) {
        this.server = server;
        this.client = client;
        this.environment = Map.copyOf(environment);
    }

    /** Starts one on the first number that is free; only who can read the folder can connect. */
    static VirtualDisplay start(ChromiumPrograms programs, Path folder) {
        byte[] cookie = new byte[COOKIE_LENGTH];
        new SecureRandom().nextBytes(cookie);
        Path authority = writeAuthority(folder.resolve("Xauthority"), cookie);
        GuardedProcess server = GuardedProcess.start(
                programs,
                folder,
                "Xvfb",
                System.getenv(),
                List.of(
                        programs.path("Xvfb"),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x1024x24",
                        "-nolisten",
                        "tcp",
                        "-auth",
                        authority.toString()));
        try {
            String number = server.awaitLine(NUMBER, START);
            Map<String, String> environment = new HashMap<>();
            environment.put("DISPLAY", ":" + number);
            environment.put("XAUTHORITY", authority.toString());
            XConnection client = XConnection.connect(Integer.parseInt(number), COOKIE_KIND, cookie);
            return new VirtualDisplay(server, client, environment);
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** What a program needs in its environment to appear there. */
    Map<String, String> environment() {
        return environment;
    }

    /** This process's own connection to it. */
    XConnection client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    /** The format is libXau's: family, address, number, name, data, each with its length; this one is for any address and number. */
    private static Path writeAuthority(Path file, byte[] cookie) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(ANY_HOST);
            out.writeShort(0);
            out.writeShort(0);
            byte[] kind = COOKIE_KIND.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(kind.length);
            out.write(kind);
            out.writeShort(cookie.length);
            out.write(cookie);
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Xvfb: " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
