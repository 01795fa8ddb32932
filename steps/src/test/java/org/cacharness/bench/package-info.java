/** Measures the figures of docs/benchmarks.md. */
package org.cacharness.bench;
