/** What a member does: at the browser, at the prompts, at the card reader, at the portal's pages. */
package org.cacharness.drivers;
