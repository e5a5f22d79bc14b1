/**
 * How far a classifier of commits can be trusted: held against messages that somebody judged.
 *
 * <p>No message stands on both sides of an evaluation, not even in another case or punctuation.
 * Scores are those of scikit-learn with {@code zero_division=0}.
 */
package dev.clade.lineage.ecosystem.maintenance.evaluation;
