package org.cacharness.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * What a pack contains: {@code manifest.json}. The components are its fields.
 *
 * @param kind always {@link #KIND}
 * @param format of the pack
 * @param files all but the manifest and its signature, in the order of the pack
 */
record PackManifest(String kind, int format, List<File> files) {
    /** What tells our manifest from other files of this name. */
    static final String KIND = "org.cacharness.evidence";
    /** The format that this version writes and reads. */
    static final int FORMAT = 1;
    /** The manifest's name in the pack. */
    static final String FILE = "manifest.json";
    /** The signature's name in the pack. */
    static final String SIGNATURE = "manifest.p7s";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    PackManifest {
        files = List.copyOf(files);
    }

    /**
     * A file of the pack.
     *
     * @param path its name, with slashes
     * @param size in bytes
     * @param sha256 of its content
     * @param packedSize of its bytes in the zip file
     * @param packedSha256 of those: a deflated stream can be changed without a change of the content
     * @param crc32 of the content, as the zip file's headers have it
     */
    record File(String path, long size, String sha256, long packedSize, String packedSha256, long crc32) {
        ZipMember member() {
            return new ZipMember(path, true, crc32, packedSize, size);
        }
    }

    byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /**
     * Reads a manifest, whoever wrote it.
     *
     * @throws IOException if it is no manifest of an evidence pack, or of another format; the message says so
     */
    static PackManifest read(byte[] json) throws IOException {
        try {
            var tree = JSON.readTree(json);
            if (!KIND.equals(tree.path("kind").asText())) {
                throw new IOException("its " + FILE + " is not one of an evidence pack");
            }
            int format = tree.path("format").asInt();
            if (format != FORMAT) {
                throw new IOException("it is a pack of format " + format + ", this version reads format " + FORMAT
                        + ": verify it with the version that made it");
            }
            return JSON.treeToValue(tree, PackManifest.class);
        } catch (JsonProcessingException e) {
            throw new IOException("its " + FILE + " is not JSON", e);
        }
    }
}
