/** What the procedure's terms are called at one portal, read from a file that people edit by hand. */
package org.cacharness.description;
