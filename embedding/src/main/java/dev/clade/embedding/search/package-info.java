/**
 * Finding similar repositories by their vectors: an exact scan of few, graphs of neighbours over
 * many, filters, copies collapsed, and why a hit is one. Other orders can take the place of
 * vectors.
 */
package dev.clade.embedding.search;
