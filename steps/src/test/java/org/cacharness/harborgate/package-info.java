/**
 * Another portal of the same procedure, that shares nothing with the mocked one: other words, other layout, other server. It stands for
 * the live portals that nobody can start in a test.
 */
package org.cacharness.harborgate;
