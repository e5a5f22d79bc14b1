/**
 * Proposes base models that were not declared: candidates among older repositories, votes of the
 * most similar ones that declare a parent, a logistic regression over pairs that is learned from
 * hidden declarations, structure, and calibrated confidence.
 *
 * <p>It reads any vectors. What it proposes never overwrites what was declared, and must not be
 * among the features of the version that proposed it.
 */
package dev.clade.embedding.parent;
