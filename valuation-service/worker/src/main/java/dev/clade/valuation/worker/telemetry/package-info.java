/**
 * What a worker tells of itself: one log line an event on standard error, and a span for each
 * evaluation in the trace of the call that created the run.
 */
package dev.clade.valuation.worker.telemetry;
