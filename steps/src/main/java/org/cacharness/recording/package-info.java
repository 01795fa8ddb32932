/** What a live portal said, kept as stubs in which nobody is named, and found again by scenario. */
package org.cacharness.recording;
