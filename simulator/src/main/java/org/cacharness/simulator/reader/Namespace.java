package org.cacharness.simulator.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The namespaces of a private pcscd, as a process outside of them enters them. */
final class Namespace {
    private static final int READERS = 2;

    private final long pcscd;
    private final WorkFolder folder;

    Namespace(long pcscd, WorkFolder folder) {
        this.pcscd = pcscd;
        this.folder = folder;
    }

    /** The readers whose cards are connected through the ports from the given one. */
    List<VirtualReader> readers(int firstPort) {
        List<VirtualReader> readers = new ArrayList<>();
        for (int slot = 0; slot < READERS; slot++) {
            int port = firstPort + slot;
            readers.add(new VirtualReader(WorkFolder.READER_NAME + " 00 0" + slot, () -> link(port)));
        }
        return List.copyOf(readers);
    }

    private VpcdLink link(int port) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ReaderComponents.program("nsenter"), "--target", Long.toString(pcscd), "--net"));
        if (!isRoot()) {
            command.addAll(List.of("--user", "--preserve-credentials"));
        }
        command.addAll(
                List.of("--", ReaderComponents.program("perl"), folder.relay().toString(), Integer.toString(port)));
        return RelayLink.start(command, folder.log().toFile());
    }

    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }
}
