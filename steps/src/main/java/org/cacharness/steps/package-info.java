/** Step definitions, one class for each feature area. */
package org.cacharness.steps;
