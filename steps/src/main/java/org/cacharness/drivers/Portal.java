package org.cacharness.drivers;

import java.net.URI;

/**
 * Where the portal is.
 *
 * @param address what a member types to get there
 */
public record Portal(URI address) {}
