/**
 * How plain Java processes, such as the worker and the command line, call Clade's services.
 *
 * <p>{@link dev.clade.runtime.client.CladeChannel} opens a channel on which every unary call has a
 * deadline, retries when a service is away for a moment (AIP-194), and carries the caller's trace;
 * {@link dev.clade.runtime.client.TypedErrors} gives failures back as the {@code CladeException}
 * that the service threw. A {@link dev.clade.runtime.client.ChannelSecurity} says what it is
 * encrypted with and who calls, by files that may change while it is open. Nothing here needs
 * Quarkus.
 */
package dev.clade.runtime.client;
