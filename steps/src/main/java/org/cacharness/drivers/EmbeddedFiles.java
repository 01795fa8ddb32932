package org.cacharness.drivers;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The embedded browser's cache on disk, by address: a map, since HtmlUnit itself keeps files in memory only. */
final class EmbeddedFiles implements TemporaryInternetFiles {
    private final Map<URI, TemporaryInternetFile> files = new ConcurrentHashMap<>();

    void keep(TemporaryInternetFile file) {
        files.put(file.address(), file);
    }

    /** The file that was kept for an address. */
    Optional<TemporaryInternetFile> at(URI address) {
        return Optional.ofNullable(files.get(address));
    }

    @Override
    public Optional<byte[]> endingIn(String path) {
        return files.values().stream()
                .filter(file -> file.address().getPath().endsWith(path))
                .map(TemporaryInternetFile::content)
                .findFirst();
    }

    @Override
    public void deleteAll() {
        files.clear();
    }
}
