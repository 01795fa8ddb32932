package org.cacharness.drivers.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ports on which a process listens, as Linux tells it (proc(5)): a port that the program chose cannot be taken meanwhile. */
final class ListeningPorts {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEXADECIMAL = 16;

    private ListeningPorts() {}

    static Set<Integer> of(ProcessHandle process) {
        Set<Integer> ports = new HashSet<>();
        Set<String> sockets = socketsOf(process);
        for (String line : lines()) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > INODE && columns[STATE].equals(LISTEN) && sockets.contains(columns[INODE])) {
                String address = columns[ADDRESS];
                ports.add(Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL));
            }
        }
        return ports;
    }

    private static Set<String> socketsOf(ProcessHandle process) {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            for (Path file : files.toList()) {
                Matcher socket = SOCKET.matcher(target(file));
                if (socket.matches()) {
                    sockets.add(socket.group(1));
                }
            }
        } catch (IOException ended) {
            return Set.of();
        }
        return sockets;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("/proc/net/tcp"));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
