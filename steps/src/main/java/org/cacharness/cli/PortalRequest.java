package org.cacharness.cli;

import java.nio.file.Path;
import org.cacharness.recording.Recording;
import org.jspecify.annotations.Nullable;

/**
 * Which portal, and who has accounts there.
 *
 * @param stubs folder of portal stubs instead of the built-in ones, or null
 * @param personas folder or file of personas instead of the built-in ones, or null
 * @param live a portal that takes the mocked one's place, or null
 * @param recording of a portal that takes the mocked one's place, or null
 */
public record PortalRequest(
        @Nullable Path stubs,
        @Nullable Path personas,
        @Nullable LivePortalRequest live,
        @Nullable Recording recording) {}
