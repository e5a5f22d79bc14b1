/**
 * Numbers of a repository as columns: sizes and counts, which are given as normal scores, and when
 * it was worked on.
 */
package dev.clade.embedding.column;
