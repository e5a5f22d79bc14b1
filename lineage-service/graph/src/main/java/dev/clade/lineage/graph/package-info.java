/**
 * The words of the lineage graph: what kinds of artifacts there are, how they are named, and how
 * one stems from another.
 *
 * <p>Records of these words come in through {@code record}, become immutable arrays in {@code
 * snapshot}, and are read by {@code walk}, {@code family} and {@code component}. Nothing here does
 * input or output, but for streams that it is given, or knows a framework.
 */
package dev.clade.lineage.graph;
