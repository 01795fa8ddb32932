package org.cacharness.drivers;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The browser's cache on disk, by address. It outlives the browser; only {@link #deleteAll()} empties it.
 *
 * <p>An open browser keeps a copy of its own in memory, which this class does not reach. That is why the procedure has the
 * member close every browser after deleting the files.
 */
public final class TemporaryInternetFiles {
    private final Map<URI, TemporaryInternetFile> files = new ConcurrentHashMap<>();

    void keep(TemporaryInternetFile file) {
        files.put(file.address(), file);
    }

    /** The file that was kept for an address. */
    public Optional<TemporaryInternetFile> at(URI address) {
        return Optional.ofNullable(files.get(address));
    }

    /** The file whose address ends in the given path. */
    public Optional<TemporaryInternetFile> endingIn(String path) {
        return files.values().stream()
                .filter(file -> file.address().getPath().endsWith(path))
                .findFirst();
    }

    /** Deletes the temporary internet files. */
    public void deleteAll() {
        files.clear();
    }
}
