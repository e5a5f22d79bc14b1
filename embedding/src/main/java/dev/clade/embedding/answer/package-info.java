/**
 * Answers from one version of the embedding, for whoever serves it: what is similar, what a
 * repository leaves unsaid, and what it may stem from.
 */
package dev.clade.embedding.answer;
