/**
 * The errors that Clade's services answer with, and how they travel.
 *
 * <p>Services throw {@link dev.clade.runtime.error.CladeException} with a catalogued {@link
 * dev.clade.runtime.error.Reason}; at the edge it becomes a gRPC status that carries a {@code
 * google.rpc.ErrorInfo} (AIP-193), and on the client a {@code CladeException} again. Whatever else
 * is thrown becomes {@code INTERNAL} without its text, so that nothing internal leaves.
 */
package dev.clade.runtime.error;
