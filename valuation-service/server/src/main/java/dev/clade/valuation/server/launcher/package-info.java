/**
 * Starts workers for runs that can use them, and lets them go when none can.
 *
 * <p>The loop asks the store what runs can use, and a {@link
 * dev.clade.valuation.server.launcher.WorkerLauncher} brings workers in line with that and says, in
 * words and typed, why a run has none; what workers do is between them and the lease service. The
 * local launcher keeps child processes, which end by themselves when they have been idle or when
 * their standard input closes, so that none outlives this service. The one of Kubernetes is in a
 * package of its own.
 */
package dev.clade.valuation.server.launcher;
