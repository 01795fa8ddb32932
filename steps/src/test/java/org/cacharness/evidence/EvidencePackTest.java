package org.cacharness.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidencePackTest {
    @TempDir
    Path folder;

    private final byte[] pack = Packs.pack();

    @Test
    void a_pack_as_it_was_signed_is_intact_and_names_its_signer() throws IOException {
        Inspection found = Packs.inspect(folder, pack);

        assertThat(found).isEqualTo(new Inspection.Intact(Packs.SIGNER.certificates(), 4, 2 + 600 + 0 + 17));
    }

    @Test
    void the_same_files_give_the_same_bytes() {
        assertThat(Packs.pack()).isEqualTo(pack);
    }

    @Test
    void every_zip_program_reads_it() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName() + " " + zip.readAllBytes().length);
            }
        }
        assertThat(names)
                .startsWith("identity.json 2", "report/empty.txt 0", "report/index.html 600", "report/pages/ä.html 17")
                .hasSize(6);
    }

    @Test
    void a_changed_byte_is_named_by_its_file() throws IOException {
        assertThat(altered(changed("identity.json", 30 + 13)))
                .singleElement()
                .asString()
                .startsWith("identity.json: altered: bytes 43 to");
        assertThat(altered(changed("manifest.p7s", 30 + 12 + 700)))
                .singleElement()
                .asString()
                .startsWith("manifest.p7s");
    }

    @Test
    void a_changed_manifest_is_named_with_its_signer() throws IOException {
        byte[] other = replaced(pack, "\"size\" : 600", "\"size\" : 601");

        assertThat(altered(other))
                .containsExactly("manifest.json: altered: it is not what CN=Someone who signs signed");
    }

    @Test
    void a_changed_header_is_named_with_its_byte() throws IOException {
        // The time of the first file, that no program looks at
        byte[] other = pack.clone();
        other[10] ^= 1;

        assertThat(altered(other)).containsExactly("header of identity.json: altered at byte 10");
    }

    @Test
    void a_file_that_was_added_is_named() throws IOException {
        assertThat(altered(zipped("report/more.html", "x", "")))
                .containsExactly("report/more.html: was added, the manifest does not name it");
    }

    @Test
    void a_file_that_was_removed_is_named() throws IOException {
        assertThat(altered(zipped("", "", "report/index.html")))
                .containsExactly("report/index.html: was removed, the manifest names it");
    }

    @Test
    void a_signature_that_was_removed_is_named() throws IOException {
        assertThat(altered(zipped("", "", "manifest.p7s"))).containsExactly("manifest.p7s: was removed or renamed");
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_named() throws IOException {
        assertThat(altered(zipped("../../evil.sh", "x", "")))
                .containsExactly("../../evil.sh: a name that leads out of the folder it is unpacked in");
        assertThat(altered(zipped("C:evil.bat", "x", ""))).hasSize(1);
        assertThat(altered(zipped("/evil.sh", "x", ""))).hasSize(1);
        assertThat(altered(zipped("a\\..\\evil.sh", "x", ""))).hasSize(1);
    }

    @Test
    void a_name_that_is_there_twice_is_named_also_where_only_its_capitals_differ() throws IOException {
        assertThat(altered(zipped("Identity.json", "x", ""))).containsExactly("Identity.json: is there twice");
        byte[] twice = replaced(zipped("identity.jsom", "x", ""), "identity.jsom", "identity.json");
        assertThat(altered(twice)).containsExactly("identity.json: is there twice");
    }

    @Test
    void a_pack_packed_anew_with_the_same_files_is_another_file() throws IOException {
        assertThat(altered(zipped("", "", ""))).isNotEmpty();
    }

    @Test
    void somebody_elses_signature_is_somebody_elses() throws IOException, EvidenceException {
        byte[] manifest = "{}".getBytes(UTF_8);
        byte[] signature = ManifestSignature.of(manifest, Packs.OTHER);

        assertThatThrownBy(() -> new SignatureCheck("{ }".getBytes(UTF_8), signature).signers())
                .isInstanceOf(AlteredException.class)
                .hasMessageContaining("CN=Someone else");
    }

    @Test
    void no_zip_another_zip_and_an_older_pack_are_told_apart() throws IOException {
        assertThat(Packs.inspect(folder, "dear".repeat(20).getBytes(UTF_8)))
                .isEqualTo(new Inspection.NoPack("it is no zip file"));
        assertThat(Packs.inspect(folder, new byte[0])).isEqualTo(new Inspection.NoPack("it is no zip file"));
        assertThat(Packs.inspect(folder, foreign()))
                .isEqualTo(new Inspection.NoPack("it is another zip file: no manifest in it"));
        assertThat(Packs.inspect(folder, older()))
                .isInstanceOf(Inspection.NoPack.class)
                .asString()
                .contains("it is a pack of format 0, this version reads format 1");
    }

    @Test
    void a_truncated_pack_is_told_as_one() throws IOException {
        assertThat(altered(java.util.Arrays.copyOf(pack, pack.length - 1)))
                .singleElement()
                .asString()
                .startsWith("end record:")
                .contains("truncated");
    }

    @Test
    void a_deflated_stream_that_swells_is_inflated_no_further_than_it_should() {
        byte[] zeros = new byte[10 << 20];

        assertThatThrownBy(() -> PackedFile.inflated(deflated(zeros), 100)).hasMessageContaining("another length");
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackWriter writer = new PackWriter(out);
        writer.add("x", content);
        byte[] member = out.toByteArray();
        return java.util.Arrays.copyOfRange(member, ZipMember.LOCAL_LENGTH + 1, member.length);
    }

    private List<String> altered(byte[] bytes) throws IOException {
        Inspection found = Packs.inspect(folder, bytes);
        assertThat(found).isInstanceOf(Inspection.Altered.class);
        return ((Inspection.Altered) found).problems();
    }

    private byte[] changed(String file, int offset) {
        byte[] other = pack.clone();
        other[new String(pack, ISO_8859_1).indexOf(file) - 30 + offset] ^= 0x40;
        return other;
    }

    /** Replaces text of the same length wherever it stands. */
    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(ISO_8859_1);
    }

    /** The pack's files in a zip file of the JDK's making, with one more or one less. */
    private byte[] zipped(String more, String content, String less) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(pack));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (!entry.getName().equals(less)) {
                    store(to, entry.getName(), from.readAllBytes());
                }
            }
            if (!more.isEmpty()) {
                store(to, more, content.getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(PackWriter.crc(content));
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static byte[] foreign() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, "letter.txt", "dear".getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] older() throws IOException {
        byte[] manifest = new PackManifest(PackManifest.KIND, 0, List.of()).json();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            store(zip, PackManifest.FILE, manifest);
            store(zip, PackManifest.SIGNATURE, ManifestSignature.of(manifest, Packs.SIGNER));
        } catch (EvidenceException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    @Test
    void its_files_can_be_read_once_it_was_found_intact() throws IOException {
        Path file = Files.write(folder.resolve("p.zip"), pack);
        try (EvidencePack opened = EvidencePack.open(file)) {
            assertThatThrownBy(() -> opened.read("identity.json")).isInstanceOf(IllegalStateException.class);
            opened.inspect();
            assertThat(opened.read("identity.json"))
                    .hasValueSatisfying(text -> assertThat(text).asString(UTF_8).isEqualTo("{}"));
            assertThat(opened.read("nothing")).isEmpty();
        }
    }
}
