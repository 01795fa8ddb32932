package org.cacharness.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An evidence pack that is read: whether it is as it was signed, and what is in it.
 *
 * <p>The check does not trust the zip file. It computes from the signed manifest what every byte of the file must be, and compares:
 * headers, directory and end record as {@link ZipMember} writes them, packed bytes and contents by their hashes, the signature by
 * {@link SignatureCheck}. So there is no byte that can be changed unseen, nor room for one more.
 */
public final class EvidencePack implements AutoCloseable {
    private static final String ALWAYS_THERE = "identity.json";

    private final PackBytes bytes;
    private Map<String, PackedFile> files = Map.of();

    private EvidencePack(PackBytes bytes) {
        this.bytes = bytes;
    }

    /** Opens a file, whatever it is. */
    public static EvidencePack open(Path file) throws IOException {
        return new EvidencePack(PackBytes.open(file));
    }

    /** Looks at every byte. */
    public Inspection inspect() throws IOException {
        try {
            PackDirectory directory = PackDirectory.read(bytes);
            Optional<Inspection> other = foreign(directory);
            return other.isPresent() ? other.get() : inspect(directory);
        } catch (AlteredException altered) {
            return beginsAsZip()
                    ? new Inspection.Altered(List.of(String.valueOf(altered.getMessage())))
                    : new Inspection.NoPack("it is no zip file");
        }
    }

    /**
     * The content of a file of an intact pack.
     *
     * @throws IllegalStateException if the pack was not found intact before
     */
    public Optional<byte[]> read(String path) throws IOException {
        if (files.isEmpty()) {
            throw new IllegalStateException("Read a pack: expected one that was found intact: inspect it first");
        }
        PackedFile file = files.get(path);
        return file == null ? Optional.empty() : Optional.of(file.content());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private Inspection inspect(PackDirectory directory) throws IOException, AlteredException {
        List<String> names = directory.badNames();
        if (!names.isEmpty()) {
            return new Inspection.Altered(names);
        }
        byte[] manifest = stored(directory, PackManifest.FILE);
        byte[] signature = stored(directory, PackManifest.SIGNATURE);
        SignatureThread check = SignatureThread.start(new SignatureCheck(manifest, signature));
        PackManifest content;
        try {
            content = PackManifest.read(manifest);
        } catch (IOException other) {
            check.signers();
            return new Inspection.NoPack(String.valueOf(other.getMessage()));
        }
        List<String> problems;
        try {
            problems = problems(directory, content, manifest, signature);
        } catch (RuntimeException nonsense) {
            // A manifest that nobody signed may say anything; one that is signed and makes no sense is our own mistake
            files = Map.of();
            check.signers();
            throw nonsense;
        }
        List<X509Certificate> signers;
        try {
            signers = check.signers();
        } catch (AlteredException notSigned) {
            files = Map.of();
            throw notSigned;
        }
        long total = content.files().stream().mapToLong(PackManifest.File::size).sum();
        return problems.isEmpty()
                ? new Inspection.Intact(signers, content.files().size(), total)
                : new Inspection.Altered(problems);
    }

    private List<String> problems(PackDirectory directory, PackManifest content, byte[] manifest, byte[] signature)
            throws IOException {
        List<String> problems = new ArrayList<>(membership(directory, content));
        if (problems.isEmpty()) {
            problems.addAll(layout(content, manifest, signature));
        }
        return problems;
    }

    private List<String> layout(PackManifest manifest, byte[] json, byte[] signature) throws IOException {
        PackLayout layout = new PackLayout(bytes, ContentCheck.problems(bytes, manifest.files()));
        Map<String, PackedFile> found = new HashMap<>();
        for (PackManifest.File file : manifest.files()) {
            found.put(file.path(), layout.file(file));
        }
        layout.stored(PackManifest.FILE, json);
        layout.stored(PackManifest.SIGNATURE, signature);
        layout.end();
        if (layout.problems().isEmpty()) {
            files = Map.copyOf(found);
        }
        return layout.problems();
    }

    /** Files that only the manifest names, and such that it does not name. */
    private static List<String> membership(PackDirectory directory, PackManifest manifest) {
        Set<String> named =
                manifest.files().stream().map(PackManifest.File::path).collect(Collectors.toSet());
        Set<String> there =
                directory.entries().stream().map(PackDirectory.Entry::path).collect(Collectors.toSet());
        there.remove(PackManifest.FILE);
        there.remove(PackManifest.SIGNATURE);
        List<String> problems = new ArrayList<>();
        for (String path : new TreeSet<>(there)) {
            if (!named.contains(path)) {
                problems.add(PackDirectory.printable(path) + ": was added, the manifest does not name it");
            }
        }
        for (String path : new TreeSet<>(named)) {
            if (!there.contains(path)) {
                problems.add(PackDirectory.printable(path) + ": was removed, the manifest names it");
            }
        }
        return problems;
    }

    /** Manifest and signature are not deflated: their bytes are found by the directory alone. */
    private byte[] stored(PackDirectory directory, String path) throws AlteredException {
        PackDirectory.Entry entry =
                directory.entry(path).orElseThrow(() -> new AlteredException(path + ": was removed or renamed"));
        long begin = entry.offset() + ZipMember.LOCAL_LENGTH + path.length();
        try {
            return bytes.read(begin, entry.packedSize());
        } catch (IOException outside) {
            throw new AlteredException("directory: altered: " + path + ": " + outside.getMessage());
        }
    }

    private Optional<Inspection> foreign(PackDirectory directory) {
        boolean ours = directory.entry(PackManifest.FILE).isPresent()
                || directory.entry(PackManifest.SIGNATURE).isPresent()
                || directory.entry(ALWAYS_THERE).isPresent();
        return ours
                ? Optional.empty()
                : Optional.of(new Inspection.NoPack("it is another zip file: no manifest in it"));
    }

    private boolean beginsAsZip() throws IOException {
        if (bytes.size() < Integer.BYTES) {
            return false;
        }
        byte[] begin = bytes.read(0, 2);
        return begin[0] == 'P' && begin[1] == 'K';
    }
}
