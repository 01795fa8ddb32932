/** The command line: cac run, portal, doctor. */
package org.cacharness.cli;
