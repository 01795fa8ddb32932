/** What a run leaves behind: progress, traceability, the report. */
package org.cacharness.report;
