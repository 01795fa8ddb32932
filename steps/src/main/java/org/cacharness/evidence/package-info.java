/** The evidence pack: one signed file that says what a run was, and shows every later change of a byte. */
package org.cacharness.evidence;
