package org.cacharness.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import org.cacharness.report.Sha256;

/** Walks through a pack as it must be laid out, and notes every part that is otherwise. */
final class PackLayout {
    private final PackBytes pack;
    private final List<ZipMember> members = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long offset;

    PackLayout(PackBytes pack) {
        this.pack = pack;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The next file, deflated. */
    PackedFile file(PackManifest.File file) throws IOException {
        ZipMember member = file.member();
        PackedFile packed = new PackedFile(pack, offset + ZipMember.LOCAL_LENGTH + member.name().length, file);
        compareContent(packed);
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

    private void compareContent(PackedFile packed) throws IOException {
        PackManifest.File file = packed.file();
        try {
            byte[] bytes = packed.packed();
            if (!Sha256.of(bytes).equals(file.packedSha256())) {
                problems.add(file.path() + ": altered: bytes " + packed.offset() + " to "
                        + (packed.offset() + file.packedSize() - 1) + " of the pack are not those of the manifest");
            } else if (!Sha256.of(PackedFile.inflated(bytes, file.size())).equals(file.sha256())) {
                problems.add(file.path() + ": altered: its SHA-256 is not the one of the manifest");
            }
        } catch (EOFException | DataFormatException outside) {
            problems.add(file.path() + ": altered: " + outside.getMessage());
        }
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
