/**
 * Starts workers while there is work for them.
 *
 * <p>A {@link dev.clade.valuation.server.launcher.WorkerLauncher} only brings workers to life; what
 * they do is between them and the lease service. The local one keeps child processes, which end by
 * themselves when they have been idle or when their standard input closes, so that none outlives
 * this service.
 */
package dev.clade.valuation.server.launcher;
