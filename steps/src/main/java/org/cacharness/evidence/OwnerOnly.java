package org.cacharness.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Files that nobody but their owner may read. */
final class OwnerOnly {
    private static final String POSIX = "posix";

    private OwnerOnly() {}

    /** Writes a new file; it never stands there half, nor readable for others. */
    static void write(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        // A temporary file is its owner's alone from the beginning
        Path part = Files.createTempFile(folder, ".new", "");
        try {
            restrict(part);
            Files.write(part, content);
            Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Refuses a file that others can read. */
    static void require(Path file) throws IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                    .containsAll(permissions)) {
                throw new IOException("permissions " + PosixFilePermissions.toString(permissions)
                        + ", which let others use the key: chmod 600 it, or delete it and have a new one made");
            }
        }
    }

    private static void restrict(Path file) throws IOException {
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (!isPosix(file) && acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(file))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains(POSIX);
    }
}
