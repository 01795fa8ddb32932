package org.cacharness.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cacharness.drivers.Patience;
import org.cacharness.drivers.chromium.ChromiumPrograms;

/** A hub and two nodes on loopback, each a process of Selenium's own server, each node with one slot. */
final class GridOfThisMachine implements AutoCloseable {
    private static final Pattern LEFT_BY_CHROMEDRIVER = Pattern.compile("Singleton.*|the-real-index|temp-index");

    static final int NODES = 2;

    private static final Patience READY = new Patience(Duration.ofMinutes(2));
    private static final Patience GONE = new Patience(Duration.ofSeconds(20));
    private static final String NODE = """
            [server]
            host = "127.0.0.1"
            port = %d
            [events]
            publish = "tcp://127.0.0.1:%d"
            subscribe = "tcp://127.0.0.1:%d"
            [node]
            detect-drivers = false
            max-sessions = 1
            [[node.driver-configuration]]
            display-name = "Chromium"
            max-sessions = 1
            webdriver-executable = "%s"
            stereotype = '{"browserName": "chrome", "goog:chromeOptions": {"binary": "%s", "args": ["--no-sandbox"]}}'
            """;

    private final Path folder;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    private GridOfThisMachine(Path folder) {
        this.folder = folder;
    }

    /** Starts it, and returns when both nodes are up. */
    static GridOfThisMachine start(Path folder) throws IOException {
        GridOfThisMachine grid = new GridOfThisMachine(folder);
        Files.createDirectory(grid.temporary());
        grid.ports.addAll(freePorts(3 + NODES));
        grid.launch(
                "hub",
                List.of(
                        "hub",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "" + grid.ports.get(0),
                        "--publish-events",
                        "tcp://127.0.0.1:" + grid.ports.get(1),
                        "--subscribe-events",
                        "tcp://127.0.0.1:" + grid.ports.get(2)));
        for (int node = 1; node <= NODES; node++) {
            grid.launch("node-" + node, List.of("node", "--config", grid.configuration(node)));
        }
        if (!READY.until(() -> grid.nodesUp() == NODES)) {
            grid.close();
            throw new IllegalStateException("Grid: expected two nodes that are up within " + READY.limit());
        }
        return grid;
    }

    private String configuration(int node) throws IOException {
        ChromiumPrograms programs = ChromiumPrograms.onPath();
        return Files.writeString(
                        folder.resolve("node-" + node + ".toml"),
                        NODE.formatted(
                                ports.get(2 + node),
                                ports.get(1),
                                ports.get(2),
                                programs.path("chromedriver"),
                                programs.path("chromium")))
                .toString();
    }

    private void launch(String name, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openqa.selenium.grid.Main"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("TMPDIR", temporary().toString());
        builder.environment().put("HOME", folder.toString());
        processes.add(builder.start());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ports.get(0));
    }

    /** Where its processes and their browsers write what is temporary. */
    Path temporary() {
        return folder.resolve("tmp");
    }

    /** How many sessions each node had so far. */
    List<Long> sessionsOfNodes() throws IOException {
        List<Long> sessions = new ArrayList<>();
        for (int node = 1; node <= NODES; node++) {
            try (Stream<String> lines = Files.lines(log("node-" + node))) {
                sessions.add(lines.filter(line -> line.contains("Session created by the Node"))
                        .count());
            }
        }
        return sessions;
    }

    /** The ids of the sessions that run now. */
    List<String> sessions() {
        List<String> ids = new ArrayList<>();
        status().findValues("sessionId").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** Processes that its nodes have started: drivers and browsers. */
    List<ProcessHandle> browserProcesses() {
        return processes.stream()
                .flatMap(process -> process.toHandle().descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Its own processes that still run. */
    List<Process> running() {
        return processes.stream().filter(Process::isAlive).toList();
    }

    /** Its ports at which somebody listens. */
    List<Integer> openPorts() {
        return ports.stream().filter(port -> !isFree(port)).toList();
    }

    /** Ends a session as a Grid does it whose node is lost: its owner is not told. */
    void lose(String session) throws IOException, InterruptedException {
        HttpRequest end = HttpRequest.newBuilder(address().resolve("/session/" + session))
                .DELETE()
                .build();
        HttpClient.newHttpClient().send(end, HttpResponse.BodyHandlers.discarding());
    }

    /**
     * What the nodes' browsers and drivers have in the temporary folder, without Chromium's lock and the index of its cache: chromedriver
     * kills a browser whose profile it made and deletes the profile. A Chromium that is killed leaves its lock, and one that is about to
     * write its index may do so once more where the profile was; on every Grid, and whoever used it.
     */
    List<Path> filesOfBrowsers() throws IOException {
        try (Stream<Path> files = Files.walk(temporary())) {
            return files.filter(file -> file.toString().contains("hromium"))
                    .filter(file -> !Files.isDirectory(file))
                    .filter(file -> !LEFT_BY_CHROMEDRIVER
                            .matcher(file.getFileName().toString())
                            .matches())
                    .toList();
        }
    }

    private long nodesUp() {
        return status().findValuesAsText("availability").stream()
                .filter("UP"::equals)
                .count();
    }

    private JsonNode status() {
        try (InputStream answer = address().resolve("/status").toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        } catch (IOException notYet) {
            return new ObjectMapper().createObjectNode();
        }
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port = 0; port < count; port++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> browsers = browserProcesses();
        processes.forEach(Process::destroy);
        if (!GONE.until(() -> running().isEmpty())) {
            processes.forEach(Process::destroyForcibly);
        }
        browsers.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
