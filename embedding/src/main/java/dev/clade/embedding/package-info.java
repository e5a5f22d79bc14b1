/**
 * One embedding for a whole hub: what is known of a repository from several views, and the vector
 * that a trained network makes of it.
 *
 * <p>The trainer and the service that answers with vectors share this module, so that both mean the
 * same by a feature. It computes on plain arrays and knows no framework, store or tensor library.
 */
package dev.clade.embedding;
