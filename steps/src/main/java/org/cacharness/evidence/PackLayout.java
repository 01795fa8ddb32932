package org.cacharness.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Walks through a pack as it must be laid out, and notes every part that is otherwise. */
final class PackLayout {
    private final PackBytes pack;
    private final Map<String, String> contents;
    private final List<ZipMember> members = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long offset;

    /**
     * Begins at the pack's first byte.
     *
     * @param contents what is wrong with the contents of files, by their paths
     */
    PackLayout(PackBytes pack, Map<String, String> contents) {
        this.pack = pack;
        this.contents = contents;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The next file, deflated. */
    PackedFile file(PackManifest.File file) throws IOException {
        ZipMember member = file.member();
        PackedFile packed = PackedFile.at(pack, offset, file);
        String problem = contents.get(file.path());
        if (problem != null) {
            problems.add(file.path() + ": altered: " + problem);
        }
        member(member);
        return packed;
    }

    /** The next file, stored. Its content was looked at already. */
    void stored(String path, byte[] content) throws IOException {
        member(new ZipMember(path, false, PackWriter.crc(content), content.length, content.length));
    }

    /** Directory and end record, and nothing behind them. */
    void end() throws IOException {
        long directory = offset;
        long at = 0;
        for (ZipMember member : members) {
            byte[] header = member.centralHeader(at);
            compare("directory entry of " + member.path(), offset, header);
            at += member.length();
            offset += header.length;
        }
        byte[] end = ZipMember.end(members, directory, offset - directory);
        compare("end record", offset, end);
        offset += end.length;
        if (pack.size() != offset) {
            problems.add("end record: expected the file to end at byte " + offset + ", it has " + pack.size());
        }
    }

    private void member(ZipMember member) throws IOException {
        members.add(member);
        compare("header of " + member.path(), offset, member.localHeader());
        offset += member.length();
    }

    private void compare(String what, long at, byte[] expected) throws IOException {
        if (at + expected.length > pack.size()) {
            problems.add(what + ": expected at byte " + at + ", the file ends before");
            return;
        }
        int differs = Arrays.mismatch(expected, pack.read(at, expected.length));
        if (differs >= 0) {
            problems.add(what + ": altered at byte " + (at + differs));
        }
    }
}
