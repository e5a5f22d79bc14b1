/**
 * Ranking repositories for a repository: its parent among all that are older, and those that are
 * similar by a signal hidden from the features. Equal scores count against whoever gave them.
 */
package dev.clade.embedding.evaluation.ranking;
