/**
 * The network of the shared embedding in plain arrays: its form, its weights, what it makes of a
 * repository or of a text, and its binary form.
 *
 * <p>Each view has an encoder of its own, which ends in a vector of length 1; the vectors of the
 * views that a repository has are averaged with learned shares to the fused one. A view that is
 * absent takes no part, and nothing is put in its place. Training is not here.
 */
package dev.clade.embedding.network;
