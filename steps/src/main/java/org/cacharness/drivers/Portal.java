package org.cacharness.drivers;

import java.net.URI;
import org.cacharness.description.PortalDescription;

/**
 * Where the portal is, and what it calls the procedure's terms.
 *
 * @param address what a member types to get there
 * @param description of its pages
 */
public record Portal(URI address, PortalDescription description) {}
