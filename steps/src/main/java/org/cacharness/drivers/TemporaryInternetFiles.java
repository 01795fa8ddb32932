package org.cacharness.drivers;

import java.util.Optional;

/**
 * The browsers' cache on the disk of one computer. It outlives the browser; only {@link #deleteAll()} empties it.
 *
 * <p>An open browser keeps a copy of its own in memory, which deleting does not reach. That is why the procedure has the member
 * close every browser after deleting the files.
 */
public interface TemporaryInternetFiles {
    /** The content of the file whose address ends in the given path, if it is there. */
    Optional<byte[]> endingIn(String path);

    /** Deletes the temporary internet files. */
    void deleteAll();
}
