package org.cacharness.recording;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code recording.json}: what a recording consists of. The components are the file's fields.
 *
 * @param format of the file
 * @param kind always {@link #KIND}
 * @param version of the harness that recorded
 * @param recorded when, UTC, ISO 8601
 * @param portal what its description calls it
 * @param path what a member types after the server's name
 * @param scenarios all that ran, also those that cannot be replayed
 */
record Contents(
        int format,
        String kind,
        String version,
        String recorded,
        String portal,
        String path,
        List<Scenario> scenarios) {
    static final String NAME = "recording.json";
    static final String DESCRIPTION = "portal.yaml";
    static final String KIND = "recording of a portal, by cac record";
    static final int FORMAT = 1;
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final int TITLE_DIGITS = 16;

    /**
     * A scenario.
     *
     * @param title the first half of a SHA-256, for titles name people
     * @param folder of its servers, beside this file
     * @param obstacle why it cannot be replayed, or null
     * @param servers of the portal, the one that a member asks first as the first
     */
    record Scenario(String title, String folder, @Nullable String obstacle, List<Server> servers) {}

    /**
     * A server of the portal.
     *
     * @param folder a WireMock root within the scenario's folder
     * @param stubs how many it has
     * @param asksForCertificate whether TLS asks for a client certificate
     * @param namesAuthorities whether it names the issuers of those that will do
     * @param protocol that TLS agreed on
     * @param suite that TLS agreed on
     */
    record Server(
            String folder,
            int stubs,
            boolean asksForCertificate,
            boolean namesAuthorities,
            String protocol,
            String suite) {}

    /** How a scenario's title stands in the file. */
    static String keyOf(String title) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(title.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, TITLE_DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every JDK has it", missing);
        }
    }
}
