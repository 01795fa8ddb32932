/** What must never be written down, how it is masked, and how a leak is found. */
package org.cacharness.secrets;
