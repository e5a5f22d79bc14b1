/**
 * Questions about the graph other than walks and families: how artifacts are connected, what they
 * have in common, how much depends on them, and how large the whole is.
 *
 * <p>{@link dev.clade.lineage.server.question.GraphQuestions} answers each from the latest snapshot
 * within the limits of the request. What is asked of the whole graph is computed once a snapshot.
 */
package dev.clade.lineage.server.question;
