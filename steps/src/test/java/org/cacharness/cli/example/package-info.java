/** Step definitions for the tests of the command line. */
package org.cacharness.cli.example;
