package org.cacharness.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a zip file says of itself at its end: the names of its files and where they begin. Nothing of it is believed yet.
 *
 * @param entries in their order
 */
record PackDirectory(List<Entry> entries) {
    private static final int COUNT = 10;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;
    private static final int PACKED_SIZE = 20;
    private static final int LOCAL_OFFSET = 42;

    PackDirectory {
        entries = List.copyOf(entries);
    }

    /** A file as the directory has it. */
    record Entry(String path, long offset, long packedSize) {}

    /** Reads it; an {@link AlteredException} says where it is damaged. */
    static PackDirectory read(PackBytes pack) throws IOException, AlteredException {
        long endAt = pack.size() - ZipMember.END_LENGTH;
        if (endAt < 0) {
            throw new AlteredException("it ends after " + pack.size() + " bytes: truncated");
        }
        ByteBuffer end = littleEndian(pack.read(endAt, ZipMember.END_LENGTH));
        if (end.getInt(0) != ZipMember.END_SIGNATURE) {
            throw new AlteredException("end record: expected at byte " + endAt + ", the last " + ZipMember.END_LENGTH
                    + " bytes are something else: truncated, extended or altered");
        }
        long length = end.getInt(12) & 0xFFFF_FFFFL;
        long offset = end.getInt(16) & 0xFFFF_FFFFL;
        if (offset + length != endAt) {
            throw new AlteredException("end record: altered: it says that the directory is bytes " + offset + " to "
                    + (offset + length) + ", but it ends at byte " + endAt);
        }
        int count = end.getShort(COUNT) & 0xFFFF;
        return new PackDirectory(entries(littleEndian(pack.read(offset, length)), offset, count));
    }

    private static List<Entry> entries(ByteBuffer directory, long offset, int count) throws AlteredException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < directory.capacity()) {
            if (directory.capacity() - at < ZipMember.CENTRAL_LENGTH
                    || directory.getInt(at) != ZipMember.CENTRAL_SIGNATURE) {
                throw damaged(offset + at);
            }
            int nameLength = directory.getShort(at + NAME_LENGTH) & 0xFFFF;
            int rest = (directory.getShort(at + EXTRA_LENGTH) & 0xFFFF)
                    + (directory.getShort(at + COMMENT_LENGTH) & 0xFFFF);
            int next = at + ZipMember.CENTRAL_LENGTH + nameLength + rest;
            if (next > directory.capacity()) {
                throw damaged(offset + at);
            }
            byte[] name = new byte[nameLength];
            directory.get(at + ZipMember.CENTRAL_LENGTH, name);
            String path = new String(name, UTF_8);
            entries.add(new Entry(
                    path,
                    directory.getInt(at + LOCAL_OFFSET) & 0xFFFF_FFFFL,
                    directory.getInt(at + PACKED_SIZE) & 0xFFFF_FFFFL));
            at = next;
        }
        if (entries.size() != count) {
            throw new AlteredException(
                    "end record: altered: it says " + count + " files, the directory has " + entries.size());
        }
        return entries;
    }

    Optional<Entry> entry(String path) {
        return entries.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /** Names that no pack has: twice, or such that a program that unpacks would write elsewhere. */
    List<String> badNames() {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            String path = entry.path();
            if (!isSafe(path)) {
                problems.add(printable(path) + ": a name that leads out of the folder it is unpacked in");
            } else if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                problems.add(printable(path) + ": is there twice");
            }
        }
        return problems;
    }

    /** Relative, with slashes, without empty or dotted parts, drives and control characters. */
    static boolean isSafe(String path) {
        boolean characters = path.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == ':' || c == 0xFFFD);
        boolean parts = List.of(path.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        return characters && parts;
    }

    /** A name from outside in a line for people. */
    static String printable(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    private static AlteredException damaged(long at) {
        return new AlteredException("directory: altered: no entry begins at byte " + at);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
