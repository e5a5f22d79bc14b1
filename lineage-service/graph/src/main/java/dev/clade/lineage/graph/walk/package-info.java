/**
 * Walks from artifacts to what they were made from and to what was made from them.
 *
 * <p>A walk visits artifacts nearest first and stops at a depth or at a number of artifacts; then
 * it says beyond which artifacts there is more. What it visits, and in which order, depends on the
 * snapshot and the question alone.
 */
package dev.clade.lineage.graph.walk;
