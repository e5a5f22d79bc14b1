/**
 * Finding similar repositories by an exact scan of unit vectors: filters, copies collapsed, and why
 * a hit is one.
 */
package dev.clade.embedding.search;
