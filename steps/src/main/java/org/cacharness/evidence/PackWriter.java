package org.cacharness.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.cacharness.report.Sha256;

/** Writes a pack: the files as they are added, then manifest and signature. The same files give the same bytes. */
final class PackWriter {
    private static final int MOST_FILES = 0xFFFF;
    private static final long LARGEST = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final List<ZipMember> members = new ArrayList<>();
    private final List<PackManifest.File> files = new ArrayList<>();
    private long written;

    PackWriter(OutputStream out) {
        this.out = out;
    }

    /** Adds a file; the caller sorts. */
    void add(String path, byte[] content) throws IOException {
        byte[] packed = deflated(content);
        PackManifest.File file = new PackManifest.File(
                path, content.length, Sha256.of(content), packed.length, Sha256.of(packed), crc(content));
        files.add(file);
        put(file.member(), packed);
    }

    /** Ends the pack. */
    void finish(EvidenceSigner signer) throws IOException, EvidenceException {
        byte[] manifest = new PackManifest(PackManifest.KIND, PackManifest.FORMAT, files).json();
        store(PackManifest.FILE, manifest);
        store(PackManifest.SIGNATURE, ManifestSignature.of(manifest, signer));
        long directory = written;
        long offset = 0;
        for (ZipMember member : members) {
            write(member.centralHeader(offset));
            offset += member.length();
        }
        if (members.size() > MOST_FILES || written > LARGEST) {
            throw new EvidenceException("Evidence: expected at most " + MOST_FILES + " files and 4 GiB, got "
                    + members.size() + " files and " + written + " bytes: pack fewer scenarios");
        }
        write(ZipMember.end(members, directory, written - directory));
    }

    private void store(String path, byte[] content) throws IOException {
        put(new ZipMember(path, false, crc(content), content.length, content.length), content);
    }

    private void put(ZipMember member, byte[] packed) throws IOException {
        members.add(member);
        write(member.localHeader());
        write(packed);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 3 + 64);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(content);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
