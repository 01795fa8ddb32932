/** What differs between two finished runs, step by step. */
package org.cacharness.compare;
